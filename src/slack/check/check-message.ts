import type { AllMiddlewareArgs, App, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { checkClaims } from '../../answer/check-claims.ts';
import { describeError } from '../../log.ts';
import { renderNotice, type SlackMessage } from '../../render/slack-message.ts';
import type { ListenerDeps } from '../deps.ts';
import { incomingText } from '../incoming-text.ts';
import { teamOf } from '../team-of.ts';
import { tooMany } from '../too-many.ts';
import { claimsMessage } from './claims-message.ts';

export const CHECK_SHORTCUT = 'check_with_dateline';

type CheckArgs = Pick<
  AllMiddlewareArgs & SlackShortcutMiddlewareArgs<MessageShortcut>,
  'ack' | 'context' | 'respond' | 'shortcut'
>;

/** Longest message that is read, in characters: what is longer is read as far as that. */
const LONGEST = 6000;

/** Sets the dates that a message claims beside the record, for whoever asks alone, where the message stands. */
export async function handleCheck({ ack, context, respond, shortcut }: CheckArgs, deps: ListenerDeps): Promise<void> {
  await ack();
  const { message, user, channel } = shortcut;
  const permission = deps.limits.take({ team: teamOf(context), user: user.id, channel: channel.id });
  const said = permission.allowed
    ? check(wordsOf(message.text ?? '', context.botUserId), dayOf(shortcut.message_ts, deps), deps)
    : tooMany(permission.waitMs);
  const thread = message.thread_ts as string | undefined;
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    ...said,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    unfurl_links: false,
    unfurl_media: false,
  });
}

function check(text: string, written: Date, { dateline, log }: ListenerDeps): SlackMessage {
  try {
    const today = Temporal.PlainDate.from(written.toISOString().slice(0, 10));
    const checked = checkClaims(text, (question) => dateline.ask(question, { now: written }), today);
    log.info({ claims: checked.length, verdicts: checked.map(({ verdict }) => verdict) }, 'checked a message');
    return claimsMessage(checked);
  } catch (error) {
    log.error(describeError(error), 'a message could not be checked');
    return renderNotice('Something went wrong while I checked that message, and it is in my log.');
  }
}

/** The lines of a message as they were written; a line is a sentence of its own. */
function wordsOf(text: string, botUserId: string | undefined): string {
  return text
    .slice(0, LONGEST)
    .split('\n')
    .map((line) => incomingText(line, botUserId))
    .join('\n');
}

/** When a message was written, which its `ts` tells in seconds. */
function dayOf(ts: string, { clock }: ListenerDeps): Date {
  const seconds = Number(ts);
  return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1000) : clock();
}

export function register(app: App, deps: ListenerDeps): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: CHECK_SHORTCUT }, (args) =>
    handleCheck(args, deps),
  );
}
