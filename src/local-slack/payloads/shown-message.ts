import type { webApi } from '@slack/bolt';
import type { Json } from '../json.ts';
import type { Message } from '../state/message.ts';
import type { Where } from './where.ts';

type MessageElement = NonNullable<webApi.ConversationsHistoryResponse['messages']>[number];

/** A message as Slack gives it back; its metadata only where somebody asked for it. */
export function shownMessage({ state, workspace }: Where, message: Message, withMetadata = false): MessageElement {
  const { app } = state;
  const author = message.bot_id
    ? {
        user: workspace.bot.userId,
        bot_id: message.bot_id,
        app_id: app.appId,
        bot_profile: botProfile({ state, workspace }),
      }
    : { user: message.user ?? '', ...(message.subtype ? {} : { client_msg_id: `client-${message.ts}` }) };
  const optional = {
    ...(message.subtype ? { subtype: message.subtype } : {}),
    ...(message.blocks && message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.files ? { files: message.files } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions ? { reactions: message.reactions } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
  return {
    type: 'message',
    ...author,
    text: message.text,
    ts: message.ts,
    team: workspace.id,
    ...threadFields(workspace.replies(message), message),
    ...(optional as Json),
  };
}

/** What a root tells of its replies, and a reply of its root. */
function threadFields(replies: readonly Message[], message: Message): MessageElement {
  const last = replies.at(-1);
  if (!last) return message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  const users = [...new Set(replies.map(({ user, bot_id }) => user ?? bot_id ?? ''))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: last.ts,
  };
}

function botProfile({ state, workspace }: Where): NonNullable<MessageElement['bot_profile']> {
  return {
    id: workspace.bot.botId,
    app_id: state.app.appId,
    user_id: workspace.bot.userId,
    name: state.app.name,
    deleted: false,
    updated: 0,
    team_id: workspace.id,
  };
}
