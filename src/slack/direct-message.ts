import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from './answer-message.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { isAgain, messageKey } from './message-key.ts';
import { teamOf } from './team-of.ts';
import { whileWorking } from './working-status.ts';

type MessageArgs = Pick<AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>, 'event' | 'client' | 'context'>;

/**
 * Answers a direct message, in its thread where it stands in one. Messages in channels, of bots, and those with a subtype
 * (edits, deletions, joins) get no answer.
 */
export async function handleDirectMessage({ event, client, context }: MessageArgs, deps: ListenerDeps): Promise<void> {
  if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
  const team = teamOf(context);
  const { channel, user, ts, thread_ts: threadTs } = event;
  const question = incomingText(event.text ?? '', context.botUserId);
  const message = { team, channel, user, ts, threadTs, question, direct: true, again: isAgain(context) };
  await deps.claims.once(messageKey(team, event), () =>
    whileWorking(client, { channel, thread: threadTs ?? ts }, deps, () =>
      answerMessage(message, { client, botId: context.botId }, deps),
    ),
  );
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('message', (args) => handleDirectMessage(args, deps));
}
