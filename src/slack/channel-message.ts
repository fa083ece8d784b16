import type { AllMiddlewareArgs, App, SlackEventMiddlewareArgs } from '@slack/bolt';
import { answerMessage } from './answer-message.ts';
import type { ListenerDeps } from './deps.ts';
import { incomingText } from './incoming-text.ts';
import { isAgain, messageKey } from './message-key.ts';
import { settingsOf } from './settings/settings-of.ts';
import { teamOf } from './team-of.ts';

type MessageArgs = Pick<AllMiddlewareArgs & SlackEventMiddlewareArgs<'message'>, 'event' | 'client' | 'context'>;

/** Longest text in a channel that is taken for a question to everybody. */
const LONGEST = 300;

/** Words with which a question begins. */
const OPENERS = /^(when|where|who|whom|whose|what|which|why|how|did|does|do|was|were|is|are|has|have|had)\b/i;

/**
 * Answers a question that does not mention the bot, in a channel that chose so: one that looks like a question, and that
 * the record answers for certain. Everything else in a channel is dropped unread.
 */
export async function handleChannelMessage({ event, client, context }: MessageArgs, deps: ListenerDeps): Promise<void> {
  if (event.channel_type !== 'channel' && event.channel_type !== 'group') return;
  if (event.subtype !== undefined || event.bot_id !== undefined || event.thread_ts !== undefined) return;
  const team = teamOf(context);
  const { channel, user, ts, text = '' } = event;
  // A mention arrives as an event of its own.
  if (context.botUserId !== undefined && text.includes(`<@${context.botUserId}`)) return;
  const settings = await settingsOf({ team, channel, user }, deps);
  if (!settings.answerWithoutMention) return;
  const question = incomingText(text, context.botUserId);
  if (!looksLikeQuestion(question) || !answersForCertain(question, settings.timeline, deps)) return;
  const message = { team, channel, user, ts, question, direct: false, again: isAgain(context) };
  await deps.claims.once(messageKey(team, event), () => answerMessage(message, { client, botId: context.botId }, deps));
}

/** Whether a text asks something: it begins as questions do, ends in a question mark, and talks to nobody by name. */
export function looksLikeQuestion(text: string): boolean {
  return text.length <= LONGEST && text.endsWith('?') && OPENERS.test(text) && !text.includes('@');
}

function answersForCertain(question: string, timeline: string | undefined, { dateline, clock }: ListenerDeps): boolean {
  const answer = dateline.ask(question, { now: clock(), ...(timeline === undefined ? {} : { timeline }) });
  return (
    answer.status === 'answered' &&
    answer.kind !== 'meta' &&
    answer.kind !== 'none' &&
    answer.notUnderstood.length === 0 &&
    answer.citations.length > 0
  );
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('message', (args) => handleChannelMessage(args, deps));
}
