import type { AllMiddlewareArgs, App, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { webApi } from '@slack/bolt';
import type { ContextBlock } from '@slack/types';
import { truncate } from '../render/limits.ts';
import { escapeMrkdwn } from '../render/mrkdwn.ts';
import type { SlackMessage } from '../render/slack-message.ts';
import { answerQuestion, type Reply } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { postReply } from './post-reply.ts';
import { SHARE_ACTION } from './share-button.ts';

type ShareArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>,
  'ack' | 'action' | 'body' | 'client' | 'respond'
>;

/** What Slack says of a conversation that the bot is no member of; the response address reaches those all the same. */
const OUT_OF_REACH = ['not_in_channel', 'channel_not_found'];

/**
 * Posts in the channel the answer that a person got from `/dateline`, naming who shares it, and takes the button away.
 * Where the bot is no member, the answer goes through the response address of the button, and so carries no metadata.
 */
export async function handleShare(
  { ack, action, body, client, respond }: ShareArgs,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  const channel = body.channel?.id;
  const question = action.value ?? '';
  if (channel === undefined || question === '') return;
  await deps.claims.once(`share:${body.team?.id}:${channel}:${body.container.message_ts}`, () =>
    share({ channel, question, user: body.user.id }, { client, respond }, deps),
  );
}

interface Shared {
  channel: string;
  question: string;
  user: string;
}

async function share(
  { channel, question, user }: Shared,
  { client, respond }: Pick<ShareArgs, 'client' | 'respond'>,
  deps: ListenerDeps,
): Promise<void> {
  const reply = answerQuestion(question, deps);
  const shared: Reply = { ...reply, message: sharedMessage(reply.message, user, question) };
  try {
    await postReply(client, { channel }, question, shared);
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    const { text, blocks } = shared.message;
    await respond({ response_type: 'in_channel', replace_original: false, text, blocks });
  }
  await respond({
    response_type: 'ephemeral',
    replace_original: true,
    ...withRemark(reply.message, 'Shared in the channel.'),
  });
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && OUT_OF_REACH.includes(error.data.error);
}

function sharedMessage(message: SlackMessage, userId: string, question: string): SlackMessage {
  // Only an id that Slack gave is made a mention, and only one of a single user.
  const sharer = /^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : 'Someone';
  const remark = `${sharer} asked “${escapeMrkdwn(truncate(question, 150))}”`;
  return { text: `${sharer} shared:\n${message.text}`, blocks: [small(remark), ...message.blocks] };
}

function withRemark(message: SlackMessage, remark: string): SlackMessage {
  return { text: message.text, blocks: [...message.blocks, small(remark)] };
}

function small(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: SHARE_ACTION }, (args) =>
    handleShare(args, deps),
  );
}
