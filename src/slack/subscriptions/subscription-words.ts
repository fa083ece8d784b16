import { nextRuns } from '../../calendar/runs.ts';
import type { Dateline } from '../../dateline.ts';
import { describeOrder } from '../../digest/describe-order.ts';
import { truncate } from '../../render/limits.ts';
import { bold, escapeMrkdwn } from '../../render/mrkdwn.ts';
import type { Subscription } from '../../store/subscriptions.ts';
import type { Listed } from './listed.ts';
import { dayWords, momentWords } from './run-words.ts';
import { isDirect, type Subscriber } from './subscriber.ts';

/** Longest description of an order, in characters: escaped, it still fits a section. */
const LONGEST = 400;

/** What a subscription orders, in words. */
export function orderWords({ order }: Pick<Listed, 'order'>, dateline: Dateline): string {
  return order === undefined
    ? 'A digest of another version of Dateline, which this one cannot read'
    : truncate(describeOrder(order, dateline.names), LONGEST);
}

/** A conversation as mrkdwn: only an id that Slack gave becomes a link. */
export function conversationMrkdwn(channel: string): string {
  if (isDirect(channel)) return 'your direct message with me';
  return /^[CG][A-Z0-9]+$/.test(channel) ? `<#${channel}>` : 'a channel';
}

/** A subscription for a list, as mrkdwn: its number, what it orders, and how it stands. */
export function subscriptionMrkdwn(
  listed: Listed,
  where: Subscriber,
  { dateline, now }: { dateline: Dateline; now: Date },
): string {
  const { number, subscription } = listed;
  const { user, channel } = subscription;
  const maker = /^[UW][A-Z0-9]+$/.test(user) ? `<@${user}>` : 'somebody';
  const elsewhere = channel === where.channel ? [] : [`in ${conversationMrkdwn(channel)}`];
  const made = user === where.user && elsewhere.length > 0 ? [] : [`made by ${maker}`];
  const state = [...stateWords(listed, now).map(escapeMrkdwn), ...elsewhere, ...made].join(' · ');
  return `${bold(`${number}.`)} ${escapeMrkdwn(orderWords(listed, dateline))}\n${state}`;
}

/** When it runs next, and why it does not. */
function stateWords({ subscription, order }: Listed, now: Date): string[] {
  const { paused, snoozedUntil } = subscription;
  const zone = order?.schedule.timeZone ?? 'UTC';
  if (paused) return [`paused since ${dayWords(paused.at, zone)}: ${truncate(paused.reason, LONGEST / 2)}`];
  const next = nextRunOf(subscription, order, now);
  const runs = next ? `next on ${momentWords(next, zone)}` : 'does not run again';
  return snoozedUntil !== null && snoozedUntil > now ? [`snoozed until ${dayWords(snoozedUntil, zone)}`, runs] : [runs];
}

/** The next run that is posted, after a snooze where there is one. */
export function nextRunOf({ nextRunAt, snoozedUntil }: Subscription, order: Listed['order'], now: Date): Date | null {
  if (!order || snoozedUntil === null || snoozedUntil <= now) return nextRunAt;
  // A run at the very moment at which the snooze ends is posted.
  return nextRuns(order.schedule, new Date(snoozedUntil.getTime() - 1), 1)[0] ?? null;
}
