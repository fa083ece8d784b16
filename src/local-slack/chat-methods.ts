import type { Method } from './method.ts';
import { Refusal } from './refusal.ts';
import { validateMessage } from './validate-message.ts';
import { BOT } from './workspace.ts';

export const postMessage: Method = {
  scope: 'chat:write',
  run: (args, { workspace, posted }) => {
    const channel = workspace.channelFor(String(args.channel ?? ''), BOT.userId);
    const body = validateMessage(args);
    const threadTs = args.thread_ts as string | undefined;
    if (threadTs !== undefined && !workspace.find(channel.id, threadTs)) throw new Refusal('thread_not_found');
    const message = workspace.add({
      channel: channel.id,
      bot_id: BOT.botId,
      ...body,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
    posted(message);
    return { channel: channel.id, ts: message.ts, message };
  },
};

export const postEphemeral: Method = {
  scope: 'chat:write',
  run: (args, { workspace, posted }) => {
    const channel = workspace.channelFor(String(args.channel ?? ''), BOT.userId);
    const user = String(args.user ?? '');
    if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
    const body = validateMessage(args);
    const message = workspace.add({ channel: channel.id, bot_id: BOT.botId, ephemeralTo: user, ...body });
    posted(message);
    return { message_ts: message.ts };
  },
};

export const update: Method = {
  scope: 'chat:write',
  run: (args, { workspace }) => {
    const channel = workspace.channelFor(String(args.channel ?? ''), BOT.userId);
    const message = workspace.find(channel.id, String(args.ts ?? ''));
    if (!message || message.ephemeralTo !== undefined) throw new Refusal('message_not_found');
    if (message.bot_id !== BOT.botId) throw new Refusal('cant_update_message');
    Object.assign(message, validateMessage(args));
    return { channel: channel.id, ts: message.ts, text: message.text };
  },
};
