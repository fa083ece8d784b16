import { webApi } from '@slack/bolt';
import type { Reply } from './reply.ts';
import { messageOf } from './reply.ts';

/** Somebody, where they asked. */
export interface Asker {
  channel: string;
  threadTs?: string | undefined;
  user: string;
}

/** Shows a reply to its asker alone, where they asked. @throws webApi.WebAPICallError when Slack refuses it */
export async function tellInChannel(client: webApi.WebClient, asker: Asker, reply: Reply): Promise<void> {
  await client.chat.postEphemeral({
    channel: asker.channel,
    user: asker.user,
    ...(asker.threadTs === undefined ? {} : { thread_ts: asker.threadTs }),
    ...messageOf(reply, { privately: true }),
  });
}

/**
 * Tells something to somebody alone: where they asked, or where that is not allowed, in a direct message.
 * @throws webApi.WebAPICallError when Slack refuses both
 */
export async function tellPrivately(client: webApi.WebClient, asker: Asker, reply: Reply): Promise<void> {
  try {
    await tellInChannel(client, asker, reply);
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    await client.chat.postMessage({
      channel: asker.user,
      ...messageOf(reply, { privately: false }),
      unfurl_links: false,
      unfurl_media: false,
    });
  }
}
