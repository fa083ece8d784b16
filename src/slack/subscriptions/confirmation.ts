import type { KnownBlock } from '@slack/types';
import type { Dateline } from '../../dateline.ts';
import { escapeMrkdwn } from '../../render/mrkdwn.ts';
import { section, smallPrint } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';
import { fallbackText } from './fallback-text.ts';
import { nextRunWords } from './run-words.ts';
import type { Subscribed } from './subscribe.ts';
import { conversationMrkdwn, orderWords } from './subscription-words.ts';

/** How many runs are told. */
const RUNS = 3;

const CHANGE =
  'Type `/dateline subscriptions` there to snooze or end it, or `/dateline preview` to see what it would post.';

/**
 * What is said of a subscription that was just made, or that was there already.
 * @param zone the reader's; absent where it is not known
 */
export function confirmation(
  { outcome, subscription, order }: Exclude<Subscribed, { outcome: 'refused' }>,
  { dateline, now, zone }: { dateline: Dateline; now: Date; zone: string | undefined },
): SlackMessage {
  const what = escapeMrkdwn(orderWords({ order }, dateline));
  const where = conversationMrkdwn(subscription.channel);
  const begins =
    outcome === 'made'
      ? `Set up in ${where}: ${what}.`
      : `That is set up in ${where} already, so nothing was changed: ${what}.`;
  const lines = [begins, ...runLines(), ...stateLines()];
  const blocks: KnownBlock[] = [section(lines.join('\n')), smallPrint(CHANGE)];
  return { text: fallbackText([...lines, CHANGE]), blocks };

  function runLines(): string[] {
    const runs = nextRunWords(order.schedule, now, RUNS, zone);
    if (runs.length === 0) return [];
    return [
      `${runs.length === 1 ? 'The next run' : `The next ${runs.length} runs`}, ${escapeMrkdwn(order.schedule.timeZone)}:`,
      ...runs.map((run) => `• ${escapeMrkdwn(run)}`),
    ];
  }

  function stateLines(): string[] {
    if (subscription.paused) return ['It is paused: press Resume in the list to let it go on.'];
    const { snoozedUntil } = subscription;
    return snoozedUntil !== null && snoozedUntil > now ? ['It is snoozed: end that in the list to let it go on.'] : [];
  }
}
