import { webApi } from '@slack/bolt';
import type { SlackMessage } from '../../render/slack-message.ts';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';
import { isDirect } from './subscriber.ts';

/** The conversation in which a message could be shown, or in words why not. */
export type Tried = { channel: string } | { refused: string };

/** What to do where Slack does not let the bot post: docs.slack.dev/reference/methods/chat.postEphemeral, "Errors". */
const REFUSALS: Readonly<Record<string, string>> = {
  not_in_channel:
    'I am not in that channel, so I cannot post there. Invite me there with /invite @Dateline, then try again.',
  channel_not_found:
    'I am not in that conversation, so I cannot post there. Invite me there with /invite @Dateline, then try again.',
  user_not_in_channel: 'You are not in that channel. Join it, then try again.',
  is_archived: 'That channel is archived. Unarchive it, or choose another.',
  restricted_action: 'An administrator restricts who may post in that channel. Ask them to let me post there.',
  restricted_action_read_only_channel: 'That channel is read-only. Ask an administrator to let me post there.',
  restricted_action_thread_only_channel:
    'That channel takes only replies in threads. Ask an administrator to let me post there.',
  messages_tab_disabled: 'My Messages tab is turned off. Whoever runs Dateline can turn it on; or choose a channel.',
};

const BLOCKS_REFUSED = ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long'];

/**
 * Shows somebody a message in the conversation where digests are to be posted. Slack refuses it where the bot may not post,
 * and where the person is no member, so that it needs no scope to find that out. In a direct message, which nobody else
 * reads, it is posted.
 * @param to.channel absent for the person's direct message
 * @throws webApi.WebAPICallError where Slack fails for another reason
 */
export async function tryConversation(
  client: webApi.WebClient,
  to: { channel?: string | undefined; user: string },
  message: SlackMessage,
  { log }: Pick<ListenerDeps, 'log'>,
): Promise<Tried> {
  try {
    return { channel: await show(client, to, message) };
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    const refused = REFUSALS[error.data.error];
    if (refused !== undefined) return { refused };
    if (!BLOCKS_REFUSED.includes(error.data.error)) throw error;
    log.error(describeFailure(error), 'blocks were refused: the plain text is shown');
    return { channel: await show(client, to, { text: message.text }) };
  }
}

async function show(
  client: webApi.WebClient,
  { channel, user }: { channel?: string | undefined; user: string },
  message: Pick<SlackMessage, 'text'> & Partial<SlackMessage>,
): Promise<string> {
  if (channel !== undefined && !isDirect(channel)) {
    await client.chat.postEphemeral({ channel, user, ...message });
    return channel;
  }
  const posted = await client.chat.postMessage({
    channel: channel ?? user,
    ...message,
    unfurl_links: false,
    unfurl_media: false,
  });
  return posted.channel ?? channel ?? user;
}
