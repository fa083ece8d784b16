import { webApi } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { answerMetadata } from './answer-metadata.ts';
import { describeFailure } from './failure.ts';
import { messageOf, type Reply } from './reply.ts';

/** Where a reply goes. */
export interface Destination {
  channel: string;
  /** The thread's first message; absent for a reply outside threads. */
  threadTs?: string | undefined;
  /** The `ts` of the message that is answered; absent where none is. */
  asked?: string | undefined;
}

/** What Slack says of blocks that it does not take. */
const BLOCKS_REFUSED = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];

/**
 * Posts a reply. An answer carries as message metadata of what it was computed. Links are not unfurled: sources are cited,
 * not shown. Where Slack refuses the blocks, which it may of kinds that are new to it, the plain text is posted.
 * @param question what was asked; empty where somebody pressed a button
 * @throws webApi.WebAPICallError when Slack refuses the message or cannot be reached.
 */
export async function postReply(
  client: webApi.WebClient,
  { channel, threadTs, asked }: Destination,
  question: string,
  reply: Reply,
  log?: Log,
): Promise<void> {
  const post = (message: Pick<SlackMessage, 'text'> & Partial<SlackMessage>) =>
    client.chat.postMessage({
      channel,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
      ...message,
      ...(reply.of ? { metadata: answerMetadata(question, reply.of.answer, asked) } : {}),
      unfurl_links: false,
      unfurl_media: false,
    });
  const message = messageOf(reply, { privately: false });
  try {
    await post(message);
  } catch (error) {
    const refused = error instanceof webApi.WebAPIPlatformError && BLOCKS_REFUSED.includes(error.data.error);
    if (!refused) throw error;
    log?.error(describeFailure(error), 'blocks were refused: the plain text is posted');
    await post({ text: message.text });
  }
}
