import type { Dateline } from '../dateline.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import type { DigestNews, DigestWindow } from '../digest/digest.ts';
import { digestKey } from '../digest/digest-key.ts';
import type { DigestOrder } from '../digest/order.ts';
import { renderDigestMessage } from '../render/digest-message.ts';
import type { Store } from '../store/store.ts';
import type { OwedMessage } from './owed-message.ts';

/** How many of each thing editors are told of. */
const TOLD = 100;

/** A digest as a message that is not due at a moment yet, and whether it has nothing to tell. */
interface Composed {
  empty: boolean;
  message: Omit<OwedMessage, 'dueAt'>;
}

/** Makes the digests of one round of accounting; what several subscriptions are owed alike is composed and rendered once. */
export class DigestComposer {
  readonly #dateline: Dateline;
  readonly #store: Store;
  readonly #composed = new Map<string, Composed>();

  constructor(dateline: Dateline, store: Store) {
    this.#dateline = dateline;
    this.#store = store;
  }

  /**
   * The digest that a workspace is owed, as it waits in the outbox.
   * @throws StoreError where the store cannot tell what it needs
   */
  async compose(
    team: string,
    order: DigestOrder,
    window: DigestWindow,
  ): Promise<{ empty: boolean; message: OwedMessage }> {
    // What people of one workspace said is for its editors alone.
    const key = `${order.digest === 'editors' ? team : ''} ${digestKey(order, window)}`;
    const known = this.#composed.get(key) ?? (await this.#compose(team, order, window));
    this.#composed.set(key, known);
    return { empty: known.empty, message: { ...known.message, dueAt: window.until.getTime() } };
  }

  async #compose(team: string, order: DigestOrder, window: DigestWindow): Promise<Composed> {
    const digest = composeDigest(order, window, this.#dateline, await this.#news(team, order, window));
    return { empty: digest.empty, message: { kind: digest.kind, ...renderDigestMessage(digest) } };
  }

  async #news(team: string, { digest }: DigestOrder, { since, until }: DigestWindow): Promise<DigestNews> {
    const news: DigestNews = { changes: [], unanswered: [], feedback: [], openProposals: 0 };
    const { recordChanges, unansweredQuestions, feedback, proposals } = this.#store;
    if (digest === 'record-changes') return { ...news, changes: await recordChanges.between(since, until) };
    if (digest !== 'editors') return news;
    const isNew = (at: Date) => at > since && at <= until;
    const [questions, verdicts, open] = await Promise.all([
      unansweredQuestions.list({ team, limit: TOLD }),
      feedback.list(team, { limit: TOLD }),
      proposals.list(team, { state: 'open', limit: TOLD }),
    ]);
    return {
      ...news,
      unanswered: questions.filter(({ askedAt }) => isNew(askedAt)).map(({ text, askedAt }) => ({ text, at: askedAt })),
      feedback: verdicts
        .filter(({ givenAt, verdict }) => isNew(givenAt) && verdict !== 'right')
        .map(({ verdict, comment, events, givenAt }) => ({ verdict, comment, events, at: givenAt })),
      openProposals: open.length,
    };
  }
}
