import { webApi } from '@slack/bolt';
import type { RichTextBlock } from '@slack/types';
import { LIMITS, truncate, weight } from '../../render/limits.ts';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';
import type { Patch } from './proposal-patch.ts';

/**
 * Puts a YAML file into a thread, to be downloaded; where the app may not upload files, as a block of code.
 * @throws webApi.WebAPICallError when Slack refuses both, or cannot be reached
 */
export async function sendPatch(
  client: webApi.WebClient,
  thread: { channel: string; messageTs: string },
  { filename, yaml }: Patch,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<void> {
  const words = 'The suggestion as YAML, for the record.';
  const [channel, thread_ts] = [thread.channel, thread.messageTs];
  try {
    await client.filesUploadV2({ channel_id: channel, thread_ts, filename, content: yaml, initial_comment: words });
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    log.warn(describeFailure(error), 'a file could not be uploaded, so its content is posted');
    await client.chat.postMessage({
      channel,
      thread_ts,
      text: `${words} (${filename})`,
      blocks: [codeBlock(`# ${filename}\n${yaml}`)],
      unfurl_links: false,
      unfurl_media: false,
    });
  }
}

function codeBlock(text: string): RichTextBlock {
  const fitting = weight(text) <= LIMITS.messageWeight ? text : truncate(text, LIMITS.messageWeight / 6);
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: fitting }] }],
  };
}
