import type { Method, MethodContext } from './method.ts';
import { Refusal } from './refusal.ts';
import { BOT, type Message } from './workspace.ts';

type Args = Record<string, unknown>;

export const history: Method = {
  run: (args, context) =>
    page(
      args,
      messagesOf(args, context)
        .filter((message) => !message.thread_ts)
        .reverse(),
    ),
};

export const replies: Method = {
  run: (args, context) => {
    const root = String(args.ts ?? '');
    const thread = messagesOf(args, context).filter((message) => message.ts === root || message.thread_ts === root);
    if (thread.length === 0) throw new Refusal('thread_not_found');
    return page(args, thread);
  },
};

/** What the bot may read of a channel; the scope depends on the kind of channel. */
function messagesOf(args: Args, { workspace, scopes }: MethodContext): Message[] {
  const channel = workspace.channelFor(String(args.channel ?? ''), BOT.userId);
  const needed = channel.kind === 'im' ? 'im:history' : 'channels:history';
  if (!scopes.includes(needed)) throw new Refusal('missing_scope', { needed, provided: scopes.join(',') });
  return workspace.visibleTo(BOT.userId, channel.id);
}

function page(args: Args, messages: Message[]) {
  const limit = Number(args.limit ?? 100);
  const shown = messages.slice(0, limit).map(({ metadata, ...message }) => ({
    ...message,
    ...(args.include_all_metadata === 'true' && metadata ? { metadata } : {}),
  }));
  return { messages: shown, has_more: messages.length > limit };
}
