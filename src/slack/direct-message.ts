import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { messageKey } from './message-key.ts';
import { postReply } from './post-reply.ts';

type MessageArgs = Pick<
  AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>,
  'event' | 'body' | 'client' | 'context'
>;

/**
 * Answers a direct message, in its thread where it stands in one. Messages in channels, of bots, and those with a subtype
 * (edits, deletions, joins) get no answer.
 */
export async function handleDirectMessage(
  { event, body, client, context }: MessageArgs,
  deps: ListenerDeps,
): Promise<void> {
  if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
  await deps.claims.once(messageKey(body.team_id, event), async () => {
    const question = incomingText(event.text ?? '', context.botUserId);
    const destination = { channel: event.channel, ...(event.thread_ts ? { threadTs: event.thread_ts } : {}) };
    await postReply(client, destination, question, answerQuestion(question, deps));
  });
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('message', (args) => handleDirectMessage(args, deps));
}
