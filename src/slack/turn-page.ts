import { type App, type BlockAction, type ButtonAction, webApi } from '@slack/bolt';
import { decodePage, TURN_PAGE } from './answer-buttons.ts';
import { answerLookup } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { decodeLookup } from './lookup.ts';
import { type PressArgs, pressedOf, respondPrivately } from './pressed.ts';
import { messageOf } from './reply.ts';

/** Shows another page of a long list in the place of the message under which the button stands. */
export async function handleTurnPage(args: PressArgs, deps: ListenerDeps): Promise<void> {
  const { ack, client, respond } = args;
  await ack();
  const pressed = pressedOf(args);
  if (!pressed) return;
  const { page, lookup: encoded } = decodePage(pressed.value);
  const lookup = decodeLookup(encoded);
  if (!lookup) return;
  const reply = answerLookup(lookup, deps, page);
  if (pressed.ephemeral) {
    await respondPrivately(respond, reply, { inPlace: true });
    return;
  }
  const message = messageOf(reply, { privately: false });
  try {
    // What an update leaves out, its metadata, stays as it is.
    await client.chat.update({ channel: pressed.channel, ts: pressed.messageTs, ...message });
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    // A message that went through a response address, where the bot is no member, is changed through one.
    await respond({ replace_original: true, ...message });
  }
}

export function register(app: App, deps: ListenerDeps): void {
  for (const action_id of Object.values(TURN_PAGE)) {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, (args) => handleTurnPage(args, deps));
  }
}
