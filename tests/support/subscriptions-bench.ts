import type { DigestOrder } from '../../src/digest/order.ts';
import { orderSchema } from '../../src/digest/order.ts';
import type { Message } from '../../src/local-slack/state/message.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { NOW, type SlackBench } from './slack-bench.ts';

export const TEAM = 'T0NEWSDESK';

/** Who types, and where. */
export interface Typist {
  user?: string;
  channel?: string;
}

const isReply = ({ message }: { message: Message }) => !message.text.startsWith('A preview of what');

/** Types `/dateline …` and gives what is said of it, which follows the preview where one is shown. */
export async function typed(bench: SlackBench, text: string, { user = 'U0ALICE', channel = 'C0NEWS' }: Typist = {}) {
  const { journal, people } = bench.slack;
  const before = journal.all('posted', isReply).length;
  await people.command(user, channel, '/dateline', text);
  const replies = await journal.until('posted', isReply, before + 1);
  return replies[before]!.message;
}

/** The previews that were shown, oldest first. */
export function previews(bench: SlackBench): Message[] {
  return bench.slack.journal.all('posted', (posted) => !isReply(posted)).map(({ message }) => message);
}

/** A message as it stands now. */
export function now(bench: SlackBench, { channel, ts }: Message): Message {
  return bench.slack.workspace.find(channel, ts)!;
}

export function anOrder(overrides: Partial<DigestOrder> = {}): DigestOrder {
  return orderSchema.parse({
    digest: 'on-this-day',
    schedule: { cron: '30 8 * * 1-5', timeZone: 'Europe/London' },
    filter: {},
    ...overrides,
  });
}

/** Puts a subscription into the store, as if somebody had made it. */
export function subscribed(
  { store }: SlackBench,
  overrides: Partial<Pick<Subscription, 'team' | 'channel' | 'user' | 'order' | 'createdAt'>> = {},
): Promise<Subscription> {
  const { createdAt = NOW, ...others } = overrides;
  const nextRunAt = new Date('2026-03-16T08:30:00Z');
  const made = { team: TEAM, channel: 'C0NEWS', user: 'U0ALICE', order: anOrder(), nextRunAt, ...others };
  return store.subscriptions.add(made, createdAt);
}

/** What the store holds, oldest first. */
export function kept({ store }: SlackBench): Promise<Subscription[]> {
  return store.subscriptions.list(TEAM, { limit: 1000 });
}
