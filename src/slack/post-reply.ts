import type { webApi } from '@slack/bolt';
import type { Reply } from './answer-question.ts';

/** Where a reply goes. */
export interface Destination {
  channel: string;
  /** The thread's first message; absent for a reply outside threads. */
  threadTs?: string;
}

/** The type of the metadata that an answer carries, so that a later question in its thread can be read in context. */
export const ANSWER_METADATA = 'dateline_answer';

/**
 * Posts a reply. An answer carries its question as message metadata. Links are not unfurled: sources are cited, not shown.
 * @throws webApi.WebAPICallError when Slack refuses the message or cannot be reached.
 */
export async function postReply(
  client: webApi.WebClient,
  { channel, threadTs }: Destination,
  question: string,
  reply: Reply,
): Promise<void> {
  await client.chat.postMessage({
    channel,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...reply.message,
    ...(reply.answers ? { metadata: { event_type: ANSWER_METADATA, event_payload: { question } } } : {}),
    unfurl_links: false,
    unfurl_media: false,
  });
}
