import type { AllMiddlewareArgs, BlockAction, ButtonAction, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import { messageOf, type Reply } from './reply.ts';
import { teamOf } from './team-of.ts';

export type PressArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>,
  'ack' | 'action' | 'body' | 'client' | 'context' | 'respond'
>;

/** A button that somebody pressed under a message. */
export interface Pressed {
  team: string;
  channel: string;
  user: string;
  /** The message that it stands under. */
  messageTs: string;
  /** The thread in which that message stands; the message itself where it stands in none. */
  threadTs: string;
  /** The thread in which that message stands, if it is in one. */
  inThread: string | undefined;
  /** Whether only the person who pressed sees the message. */
  ephemeral: boolean;
  value: string;
}

/** Reads what was pressed; nothing for a button that stands under no message. */
export function pressedOf({
  action,
  body,
  context,
}: Pick<PressArgs, 'action' | 'body' | 'context'>): Pressed | undefined {
  const { message_ts: messageTs, thread_ts: inContainer, is_ephemeral: ephemeral } = body.container;
  const channel = body.channel?.id;
  if (channel === undefined || typeof messageTs !== 'string') return undefined;
  const inMessage: unknown = body.message?.thread_ts;
  const inThread = [inContainer, inMessage].find((ts): ts is string => typeof ts === 'string');
  return {
    team: teamOf(context),
    channel,
    user: body.user.id,
    messageTs,
    threadTs: inThread ?? messageTs,
    inThread,
    ephemeral: ephemeral === true,
    value: action.value ?? '',
  };
}

/** Shows a reply to the person who pressed, beside the message or in its place. @throws RespondError */
export async function respondPrivately(
  respond: RespondFn,
  reply: Reply,
  { inPlace, threadTs }: { inPlace: boolean; threadTs?: string | undefined },
): Promise<void> {
  await respond({
    response_type: 'ephemeral',
    replace_original: inPlace,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...messageOf(reply, { privately: true }),
    unfurl_links: false,
    unfurl_media: false,
  });
}
