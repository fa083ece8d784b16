import type { webApi } from '@slack/bolt';
import { shownMessage } from '../payloads/shown-message.ts';
import { Refusal } from '../refusal.ts';
import { validateMessage } from '../validate-message.ts';
import { flag } from './arguments.ts';
import { kept, publicMessage, threadOf, updatedFields } from './message-arguments.ts';
import type { Method } from './method.ts';

/** docs.slack.dev/reference/methods: chat.*. */

const content = {
  channel: 'required',
  text: 'optional',
  markdown_text: 'optional',
  blocks: 'optional',
  attachments: 'optional',
  as_user: 'optional',
  link_names: 'optional',
  parse: 'optional',
} as const;

const authorship = { icon_emoji: 'optional', icon_url: 'optional', username: 'optional' } as const;

export const postMessage: Method<webApi.ChatPostMessageArguments, webApi.ChatPostMessageResponse> = {
  scope: 'chat:write',
  args: {
    ...content,
    ...authorship,
    metadata: 'optional',
    mrkdwn: 'optional',
    reply_broadcast: 'optional',
    thread_ts: 'optional',
    unfurl_links: 'optional',
    unfurl_media: 'optional',
  },
  run: (args, { state, workspace, bot, installation, events }) => {
    const open = installation.scopes.includes('chat:write.public');
    const seen = workspace.visible(String(args.channel), bot);
    const channel = open && seen.kind === 'channel' && !seen.archived ? seen : workspace.channelFor(seen.id, bot);
    if (channel.kind === 'im' && !state.app.messagesTab) throw new Refusal('messages_tab_disabled');
    const body = kept(validateMessage(args), state.ids);
    const thread = threadOf(workspace, channel.id, args.thread_ts);
    const broadcast = thread !== undefined && flag(args.reply_broadcast);
    const message = workspace.add({
      channel: channel.id,
      bot_id: workspace.bot.botId,
      ...body,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(broadcast ? { reply_broadcast: true, subtype: 'thread_broadcast' } : {}),
    });
    events.posted(workspace, message);
    const shown = shownMessage({ state, workspace }, message) as webApi.ChatPostMessageResponse['message'];
    return { channel: channel.id, ts: message.ts, ...(shown ? { message: shown } : {}) };
  },
};

export const postEphemeral: Method<
  webApi.ChatPostEphemeralArguments & { metadata?: unknown },
  webApi.ChatPostEphemeralResponse
> = {
  scope: 'chat:write',
  args: { ...content, ...authorship, user: 'required', thread_ts: 'optional', metadata: 'optional' },
  run: (args, { state, workspace, bot, events }) => {
    const channel = workspace.channelFor(String(args.channel), bot);
    const user = String(args.user);
    if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
    const body = kept(validateMessage(args), state.ids);
    const thread = threadOf(workspace, channel.id, args.thread_ts);
    const message = workspace.add({
      channel: channel.id,
      bot_id: workspace.bot.botId,
      ephemeralTo: user,
      ...body,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    events.posted(workspace, message);
    return { message_ts: message.ts };
  },
};

export const update: Method<webApi.ChatUpdateArguments, webApi.ChatUpdateResponse> = {
  scope: 'chat:write',
  args: { ...content, ts: 'required', metadata: 'optional', file_ids: 'optional', reply_broadcast: 'optional' },
  run: (args, { state, workspace, bot, events }) => {
    const channel = workspace.visible(String(args.channel), bot);
    const message = publicMessage(workspace, channel.id, args.ts);
    if (message.bot_id !== workspace.bot.botId) throw new Refusal('cant_update_message');
    if (channel.archived) throw new Refusal('is_inactive');
    const previous = { ...message };
    const body = kept(validateMessage(args, 'update'), state.ids);
    // An update that shows blocks does not call the message edited.
    const edited = body.blocks ? {} : { edited: { user: bot, ts: workspace.nextTs() } };
    workspace.change(message, { ...updatedFields(args, body), ...edited });
    events.posted(workspace, message, previous);
    const shown = shownMessage({ state, workspace }, message) as unknown as webApi.ChatUpdateResponse['message'];
    return { channel: channel.id, ts: message.ts, text: message.text, ...(shown ? { message: shown } : {}) };
  },
};

export const remove: Method<webApi.ChatDeleteArguments, webApi.ChatDeleteResponse> = {
  scope: 'chat:write',
  args: { channel: 'required', ts: 'required', as_user: 'optional' },
  run: (args, { workspace, bot, events }) => {
    const channel = workspace.visible(String(args.channel), bot);
    const message = publicMessage(workspace, channel.id, args.ts);
    if (message.bot_id !== workspace.bot.botId) throw new Refusal('cant_delete_message');
    workspace.remove(message);
    void events.deleted(workspace, message);
    return { channel: channel.id, ts: message.ts };
  },
};

export const getPermalink: Method<webApi.ChatGetPermalinkArguments, webApi.ChatGetPermalinkResponse> = {
  args: { channel: 'required', message_ts: 'required' },
  run: (args, { workspace, bot }) => {
    const channel = workspace.visible(String(args.channel), bot);
    const { ts, thread_ts } = publicMessage(workspace, channel.id, args.message_ts);
    const path = `https://${workspace.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;
    const inThread = thread_ts === undefined || thread_ts === ts ? '' : `?thread_ts=${thread_ts}&cid=${channel.id}`;
    return { channel: channel.id, permalink: `${path}${inThread}` };
  },
};
