import type { Dateline } from '../dateline.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import type { Digest, DigestNews, DigestWindow } from '../digest/digest.ts';
import type { DigestOrder } from '../digest/order.ts';
import { renderDigestMessage } from '../render/digest-message.ts';
import type { Store } from '../store/store.ts';
import type { OwedMessage } from './owed-message.ts';

/** How many of each thing editors are told of. */
const TOLD = 100;

/** Makes the digests of one round of accounting; what several subscriptions are owed alike is composed once. */
export class DigestComposer {
  readonly #dateline: Dateline;
  readonly #store: Store;
  readonly #composed = new Map<string, Digest>();

  constructor(dateline: Dateline, store: Store) {
    this.#dateline = dateline;
    this.#store = store;
  }

  /**
   * The digest that a workspace is owed.
   * @throws StoreError where the store cannot tell what it needs
   */
  async compose(team: string, order: DigestOrder, window: DigestWindow): Promise<Digest> {
    const key = JSON.stringify([order.digest === 'editors' ? team : '', order, window]);
    const known = this.#composed.get(key);
    if (known) return known;
    const digest = composeDigest(order, window, this.#dateline, await this.#news(team, order, window));
    this.#composed.set(key, digest);
    return digest;
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

/** A digest as it waits in the outbox. */
export function owedMessage({ kind, ...digest }: Digest, dueAt: Date): OwedMessage {
  return { kind, dueAt: dueAt.getTime(), ...renderDigestMessage({ kind, ...digest }) };
}
