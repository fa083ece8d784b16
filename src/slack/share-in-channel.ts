import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import { webApi } from '@slack/bolt';
import { truncate } from '../render/limits.ts';
import { escapeMrkdwn } from '../render/mrkdwn.ts';
import { smallPrint } from '../render/parts.ts';
import { answerLookup } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { decodeLookup, type Lookup } from './lookup.ts';
import { postReply } from './post-reply.ts';
import { type PressArgs, type Pressed, pressedOf } from './pressed.ts';
import { messageOf, type Reply } from './reply.ts';
import { SHARE_ACTION } from './share-button.ts';

/** What Slack says of a conversation that the bot is no member of; the response address reaches those all the same. */
const OUT_OF_REACH = ['not_in_channel', 'channel_not_found'];

/**
 * Posts in the channel the answer that only its asker sees, naming who shares it, and takes the buttons away. Where the bot
 * is no member, the answer goes through the response address of the button, and so carries no metadata.
 */
export async function handleShare(args: PressArgs, deps: ListenerDeps): Promise<void> {
  const { ack, client, respond } = args;
  await ack();
  const pressed = pressedOf(args);
  const lookup = pressed && decodeLookup(pressed.value);
  if (!pressed || !lookup) return;
  await deps.claims.once(`share:${pressed.team}:${pressed.channel}:${pressed.messageTs}`, () =>
    share(pressed, lookup, { client, respond }, deps),
  );
}

async function share(
  { channel, user, inThread }: Pressed,
  lookup: Lookup,
  { client, respond }: { client: webApi.WebClient; respond: RespondFn },
  deps: ListenerDeps,
): Promise<void> {
  const reply = answerLookup(lookup, deps);
  const question = lookup.kind === 'ask' ? lookup.question : '';
  const shared = sharedReply(reply, user, question);
  try {
    await postReply(client, { channel, threadTs: inThread }, question, shared, deps.log);
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    const thread = inThread === undefined ? {} : { thread_ts: inThread };
    await respond({
      response_type: 'in_channel',
      replace_original: false,
      ...thread,
      ...messageOf(shared, { privately: false }),
    });
  }
  const { text, blocks } = reply.message;
  await respond({
    response_type: 'ephemeral',
    replace_original: true,
    text,
    blocks: [...blocks, smallPrint('Shared in the channel.')],
  });
}

function isOutOfReach(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && OUT_OF_REACH.includes(error.data.error);
}

function sharedReply(reply: Reply, userId: string, question: string): Reply {
  // Only an id that Slack gave is made a mention, and only one of a single user.
  const sharer = /^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : 'Someone';
  const asked = question === '' ? 'shared this from the record' : `asked “${escapeMrkdwn(truncate(question, 150))}”`;
  const { text, blocks } = reply.message;
  return {
    ...reply,
    message: { text: `${sharer} shared:\n${text}`, blocks: [smallPrint(`${sharer} ${asked}`), ...blocks] },
  };
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: SHARE_ACTION }, (args) =>
    handleShare(args, deps),
  );
}
