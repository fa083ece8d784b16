import { type App, type BlockAction, type ButtonAction, webApi } from '@slack/bolt';
import { renderNotice } from '../render/slack-message.ts';
import { LOOK_FURTHER } from './answer-buttons.ts';
import { answerLookup } from './answer-question.ts';
import { type Claims, DeliveryHeldError } from './claims.ts';
import type { ListenerDeps } from './deps.ts';
import { describeFailure } from './failure.ts';
import { decodeLookup } from './lookup.ts';
import { postReply } from './post-reply.ts';
import { type PressArgs, pressedOf, respondPrivately } from './pressed.ts';
import { saying } from './reply.ts';
import { tooMany } from './too-many.ts';

/**
 * Answers a button that looks further than an answer (what led to it, what came next, the timeline of the place): in the
 * answer's thread, once, whoever presses; under an answer that only its asker sees, to them alone.
 */
export async function handleLookFurther(args: PressArgs, deps: ListenerDeps): Promise<void> {
  const { ack, action, client, respond } = args;
  await ack();
  const pressed = pressedOf(args);
  const lookup = pressed && decodeLookup(pressed.value);
  if (!pressed || !lookup) return;
  const permission = deps.limits.take(pressed);
  if (!permission.allowed) {
    if (!permission.told) await respondPrivately(respond, saying(tooMany(permission.waitMs)), { inPlace: false });
    return;
  }
  const reply = answerLookup(lookup, deps);
  if (pressed.ephemeral) {
    await respondPrivately(respond, reply, { inPlace: false, threadTs: pressed.inThread });
    return;
  }
  const { team, channel, messageTs, threadTs } = pressed;
  const posted = await isDoneNow(deps.claims, `press:${team}:${channel}:${messageTs}:${action.action_id}`, async () => {
    try {
      await postReply(client, { channel, threadTs }, '', reply, deps.log);
    } catch (error) {
      if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
      // Where Dateline may not post any more, the address of the button still reaches the person.
      deps.log.warn(
        describeFailure(error),
        'an answer may not be posted in a thread: only the person who pressed sees it',
      );
      await respondPrivately(respond, reply, { inPlace: false, threadTs });
    }
  });
  if (!posted) {
    await respondPrivately(respond, saying(renderNotice(ASKED_BEFORE)), { inPlace: false, threadTs: pressed.inThread });
  }
}

const ASKED_BEFORE =
  'That was asked before: the answer is in the thread of this message. If none has come in half a minute, press again.';

/** Does some work unless it was done, or is being done by another process: Slack brings no press again. */
async function isDoneNow(claims: Claims, key: string, work: () => Promise<void>): Promise<boolean> {
  try {
    return await claims.once(key, work);
  } catch (error) {
    if (error instanceof DeliveryHeldError) return false;
    throw error;
  }
}

export function register(app: App, deps: ListenerDeps): void {
  for (const action_id of Object.values(LOOK_FURTHER)) {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, (args) =>
      handleLookFurther(args, deps),
    );
  }
}
