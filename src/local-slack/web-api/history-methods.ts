import type { webApi } from '@slack/bolt';
import type { Json } from '../json.ts';
import { shownMessage } from '../payloads/shown-message.ts';
import { Refusal } from '../refusal.ts';
import { scopeFor } from '../state/channel.ts';
import type { Message } from '../state/message.ts';
import { isTimestamp } from '../state/timestamps.ts';
import { flag, page } from './arguments.ts';
import type { Method, MethodContext } from './method.ts';
import { requireScope } from './scopes.ts';

/** docs.slack.dev/reference/methods: conversations.history and conversations.replies. */

const window = {
  channel: 'required',
  cursor: 'optional',
  include_all_metadata: 'optional',
  inclusive: 'optional',
  latest: 'optional',
  limit: 'optional',
  oldest: 'optional',
} as const;

export const history: Method<webApi.ConversationsHistoryArguments, webApi.ConversationsHistoryResponse> = {
  args: window,
  run: (args, context) => {
    const inChannel = readable(args, context).filter(
      ({ thread_ts, ts, reply_broadcast }) => thread_ts === undefined || thread_ts === ts || reply_broadcast,
    );
    const { messages, ...rest } = paged(within(inChannel, args).reverse(), args, context);
    return { messages, ...rest, pin_count: 0 };
  },
};

export const replies: Method<webApi.ConversationsRepliesArguments, webApi.ConversationsRepliesResponse> = {
  args: { ...window, ts: 'required' },
  run: (args, context) => {
    const all = readable(args, context);
    const asked = all.find(({ ts }) => ts === args.ts);
    if (!asked) throw new Refusal('thread_not_found');
    const root = asked.thread_ts ?? asked.ts;
    const [first, ...rest] = all.filter(({ ts, thread_ts }) => ts === root || thread_ts === root);
    // The root comes with every page, whatever the window.
    const thread = [...(first ? [first] : []), ...within(rest, args)];
    const { messages, ...more } = paged(thread, args, context, 1000);
    return { messages: messages as NonNullable<webApi.ConversationsRepliesResponse['messages']>, ...more };
  },
};

/** What everybody sees of a conversation, oldest first; the scope depends on its kind. @throws Refusal */
function readable(args: Json, { workspace, bot, installation }: MethodContext): Message[] {
  const channel = workspace.visible(String(args.channel), bot);
  requireScope(installation, scopeFor(channel.kind, 'history'));
  if (!channel.members.has(bot)) throw new Refusal('not_in_channel');
  return workspace.messages.filter((message) => message.channel === channel.id && message.ephemeralTo === undefined);
}

function within(messages: readonly Message[], args: Json): Message[] {
  const bound = (name: 'latest' | 'oldest') => {
    const value = args[name];
    if (value === undefined || value === '' || value === 'now' || value === '0' || value === 0) return undefined;
    if (!isTimestamp(value) && Number.isNaN(Number(value))) throw new Refusal(`invalid_ts_${name}`);
    return Number(value);
  };
  const [latest, oldest] = [bound('latest'), bound('oldest')];
  const inclusive = flag(args.inclusive);
  return messages.filter(({ ts }) => {
    const time = Number(ts);
    if (inclusive && (time === latest || time === oldest)) return true;
    return (latest === undefined || time < latest) && (oldest === undefined || time > oldest);
  });
}

function paged(messages: readonly Message[], args: Json, { state, workspace }: MethodContext, standard = 100) {
  const { items, nextCursor } = page(messages, args, standard);
  const withMetadata = flag(args.include_all_metadata);
  return {
    messages: items.map((message) => shownMessage({ state, workspace }, message, withMetadata)),
    has_more: nextCursor !== '',
    ...(nextCursor === '' ? {} : { response_metadata: { next_cursor: nextCursor } }),
  };
}
