import type { types } from '@slack/bolt';
import type { Channel } from '../state/channel.ts';
import type { Message } from '../state/message.ts';
import { shownMessage } from './shown-message.ts';
import type { Where } from './where.ts';

/** docs.slack.dev/reference/events: message and its subtypes, app_mention. */

type Blocks = types.AppMentionEvent['blocks'];

/** Somebody wrote, in a conversation that the app hears of. */
export function messageEvent(where: Where, message: Message, channel: Channel) {
  const { blocks, subtype, ...shown } = shownMessage(where, message);
  const event = {
    ...shown,
    ...(subtype ? { subtype } : {}),
    ...withBlocks(blocks),
    type: 'message' as const,
    text: message.text,
    ts: message.ts,
    user: shown.user ?? '',
    channel: channel.id,
    channel_type: channel.kind,
    event_ts: message.ts,
  };
  return event as typeof event & Omit<types.GenericMessageEvent, 'subtype'>;
}

/** Somebody mentioned the bot. */
export function mentionEvent(where: Where, message: Message, channel: Channel) {
  const { blocks, user = '', client_msg_id, team = '', thread_ts } = shownMessage(where, message);
  return {
    type: 'app_mention',
    user,
    ...(message.bot_id ? { bot_id: message.bot_id } : {}),
    ...(client_msg_id ? { client_msg_id } : {}),
    text: message.text,
    ts: message.ts,
    team,
    ...withBlocks(blocks),
    ...(thread_ts === undefined ? {} : { thread_ts }),
    channel: channel.id,
    event_ts: message.ts,
  } satisfies types.AppMentionEvent;
}

/** A message was changed, by whoever wrote it. */
export function changedEvent(where: Where, message: Message, previous: Message, channel: Channel, eventTs: string) {
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: channel.id,
    channel_type: channel.kind,
    ts: eventTs,
    event_ts: eventTs,
    message: inside(where, message),
    previous_message: inside(where, previous),
  } satisfies types.MessageChangedEvent & { hidden: true };
}

/** A message was taken away. */
export function deletedEvent(where: Where, previous: Message, channel: Channel, eventTs: string) {
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: channel.id,
    channel_type: channel.kind,
    ts: eventTs,
    event_ts: eventTs,
    deleted_ts: previous.ts,
    previous_message: inside(where, previous),
  } satisfies types.MessageDeletedEvent & { hidden: true };
}

/** The types of the SDK want fields of an event in a message that stands inside one, which Slack does not send. */
function inside(where: Where, message: Message): types.GenericMessageEvent {
  return shownMessage(where, message) as unknown as types.GenericMessageEvent;
}

function withBlocks(blocks: unknown): { blocks?: NonNullable<Blocks> } {
  return blocks === undefined ? {} : { blocks: blocks as NonNullable<Blocks> };
}
