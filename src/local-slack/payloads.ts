import { BOT, type Channel, type Message, TEAM } from './workspace.ts';

/** What Slack sends to an app; shapes from docs.slack.dev/apis/events-api and /interactivity. */

const VERIFICATION_TOKEN = 'deprecated-and-never-checked';

export function eventPayload(eventId: string, event: Record<string, unknown>): Record<string, unknown> {
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    api_app_id: BOT.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: 1_700_000_000,
    authorizations: [
      { enterprise_id: null, team_id: TEAM.id, user_id: BOT.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
  };
}

/** The event for a message; a message of the bot's carries its ids. */
export function messageEvent(type: 'message' | 'app_mention', message: Message, channel: Channel) {
  const author = message.bot_id
    ? { user: BOT.userId, bot_id: message.bot_id, app_id: BOT.appId }
    : { user: message.user, client_msg_id: `client-${message.ts}` };
  return {
    type,
    ...author,
    text: message.text,
    ts: message.ts,
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    team: TEAM.id,
    channel: channel.id,
    event_ts: message.ts,
    ...(type === 'message' ? { channel_type: channel.kind } : {}),
  };
}

export interface Invocation {
  user: string;
  channel: Channel;
  responseUrl: string;
  triggerId: string;
}

export function commandPayload(command: string, text: string, { user, channel, responseUrl, triggerId }: Invocation) {
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user,
    user_name: user.toLowerCase(),
    command,
    text,
    api_app_id: BOT.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

export function buttonPayload(message: Message, button: Record<string, unknown>, invocation: Invocation) {
  const { user, channel, responseUrl, triggerId } = invocation;
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: TEAM.id },
    api_app_id: BOT.appId,
    token: VERIFICATION_TOKEN,
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.ephemeralTo !== undefined,
    },
    trigger_id: triggerId,
    team: TEAM,
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel.id, name: channel.name },
    response_url: responseUrl,
    actions: [{ ...button, block_id: 'b1', action_ts: message.ts }],
  };
}
