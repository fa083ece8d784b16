import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { messageKey } from './message-key.ts';
import { postReply } from './post-reply.ts';

type MentionArgs = Pick<
  AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_mention'>,
  'event' | 'body' | 'client' | 'context'
>;

/** Answers a mention of the bot in the thread of the message that mentions it. Bots and edits get no answer. */
export async function handleMention({ event, body, client, context }: MentionArgs, deps: ListenerDeps): Promise<void> {
  if (event.bot_id !== undefined || event.subtype !== undefined || 'edited' in event) return;
  await deps.claims.once(messageKey(body.team_id, event), async () => {
    const question = incomingText(event.text, context.botUserId);
    const destination = { channel: event.channel, threadTs: event.thread_ts ?? event.ts };
    await postReply(client, destination, question, answerQuestion(question, deps));
  });
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('app_mention', (args) => handleMention(args, deps));
}
