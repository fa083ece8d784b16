import type { webApi } from '@slack/bolt';
import type { Turn } from '../dateline.ts';
import { isAnswerTo, turnOf } from './answer-metadata.ts';
import type { ListenerDeps } from './deps.ts';
import { describeFailure } from './failure.ts';

/** Where a question stands: its channel, its own time, and the first message of its thread, if it is in one. */
export interface Standing {
  channel: string;
  ts: string;
  threadTs?: string | undefined;
  /** Whether it is a direct message: there, what was said a moment ago is context even outside a thread. */
  direct: boolean;
}

/** What was asked and shown before a question; `unread` where there may be something and Slack does not let us read it. */
export type ThreadContext = { read: true; turns: readonly Turn[] } | { read: false };

/** Turns that a question is read in the light of. */
const TURNS = 5;
/** Messages of a thread that one call gets, and calls at most: an answer further back than this is no context. */
const MESSAGES = 200;
const CALLS = 5;
/** Messages of a direct conversation that are looked through, and for how long one counts, in seconds. */
const RECENT = 20;
const RECENT_SECONDS = 30 * 60;

type Shown = { ts?: string; bot_id?: string; metadata?: unknown };

/**
 * The earlier turns of a question's thread, from the metadata of our own answers in it. Nothing is kept in this process, so
 * that a restart or another replica reads the same. Never throws.
 */
export async function threadContext(
  client: webApi.WebClient,
  standing: Standing,
  botId: string | undefined,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<ThreadContext> {
  const inThread = standing.threadTs !== undefined && standing.threadTs !== standing.ts;
  if (!inThread && !standing.direct) return { read: true, turns: [] };
  try {
    const messages = inThread ? await repliesOf(client, standing) : await recentOf(client, standing);
    const ours = messages
      .filter(({ ts = '', bot_id }) => bot_id !== undefined && bot_id === botId && Number(ts) < Number(standing.ts))
      .sort((a, b) => Number(a.ts) - Number(b.ts));
    return { read: true, turns: ours.flatMap(({ metadata }) => turnOf(metadata) ?? []).slice(-TURNS) };
  } catch (error) {
    log.info(describeFailure(error), 'a thread cannot be read: its question is read by itself');
    return { read: false };
  }
}

/**
 * Whether an answer of ours to a message stands there already. Where that cannot be read, it is taken for unanswered: to
 * answer twice is better than not at all. Never throws.
 */
export async function isAnswered(
  client: webApi.WebClient,
  { channel, ts, threadTs, direct }: Standing,
  botId: string | undefined,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<boolean> {
  const all = { channel, oldest: ts, limit: MESSAGES, include_all_metadata: true };
  try {
    const { messages = [] } =
      direct && threadTs === undefined
        ? await client.conversations.history(all)
        : await client.conversations.replies({ ...all, ts: threadTs ?? ts });
    return (messages as Shown[]).some(({ bot_id, metadata }) => bot_id === botId && isAnswerTo(metadata, ts));
  } catch (error) {
    log.info(describeFailure(error), 'it cannot be read whether a message was answered already');
    return false;
  }
}

async function repliesOf(client: webApi.WebClient, { channel, threadTs = '', ts }: Standing): Promise<Shown[]> {
  const messages: Shown[] = [];
  let cursor: string | undefined;
  for (let call = 0; call < CALLS; call++) {
    const page = await client.conversations.replies({
      channel,
      ts: threadTs,
      latest: ts,
      limit: MESSAGES,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    });
    messages.push(...((page.messages ?? []) as Shown[]));
    cursor = page.response_metadata?.next_cursor;
    if (!cursor) break;
  }
  return messages;
}

async function recentOf(client: webApi.WebClient, { channel, ts }: Standing): Promise<Shown[]> {
  const { messages = [] } = await client.conversations.history({
    channel,
    latest: ts,
    oldest: String(Number(ts) - RECENT_SECONDS),
    limit: RECENT,
    include_all_metadata: true,
  });
  return messages as Shown[];
}
