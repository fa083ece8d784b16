import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from './answer-message.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { isAgain, messageKey } from './message-key.ts';
import { teamOf } from './team-of.ts';

type MentionArgs = Pick<AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_mention'>, 'event' | 'client' | 'context'>;

/** Answers a mention of the bot in the thread of the message that mentions it. Bots and edits get no answer. */
export async function handleMention({ event, client, context }: MentionArgs, deps: ListenerDeps): Promise<void> {
  const { user, channel, ts } = event;
  if (event.bot_id !== undefined || event.subtype !== undefined || 'edited' in event || user === undefined) return;
  const team = teamOf(context);
  const question = incomingText(event.text, context.botUserId);
  const message = {
    team,
    channel,
    user,
    ts,
    threadTs: event.thread_ts,
    question,
    direct: false,
    again: isAgain(context),
  };
  await deps.claims.once(messageKey(team, event), () => answerMessage(message, { client, botId: context.botId }, deps));
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('app_mention', (args) => handleMention(args, deps));
}
