import type { webApi } from '@slack/bolt';
import { nextRun } from '../../calendar/runs.ts';
import { writeOrder } from '../../digest/typed/write-order.ts';
import { renderNotice } from '../../render/slack-message.ts';
import type { ListenerDeps } from '../deps.ts';
import { type Listed, orderOf } from './listed.ts';
import { dayWords, momentWords } from './run-words.ts';
import { mayChange, type Subscriber } from './subscriber.ts';
import { nextRunOf, orderWords } from './subscription-words.ts';
import { tryConversation } from './try-conversation.ts';

/** What somebody does to a subscription. */
export type Change =
  | { do: 'end' }
  /** Null ends the snooze. A function finds the moment by the subscription's own clock. */
  | { do: 'snooze'; until: ((timeZone: string) => Date) | null }
  | { do: 'resume' };

/** Longest snooze, in milliseconds: what nobody wants for more than a year is better ended. */
const LONGEST_SNOOZE = 367 * 24 * 60 * 60_000;

const GONE = 'That digest is not there any more, so there is nothing to change.';

/**
 * Changes a subscription for somebody who may, and says what is so now, also where somebody else was faster.
 * @returns words for the person who asked
 * @throws StoreError, webApi.WebAPICallError
 */
export async function changeSubscription(
  client: webApi.WebClient,
  { subscriber, id, change }: { subscriber: Subscriber; id: string; change: Change },
  deps: ListenerDeps,
): Promise<string> {
  const found = await deps.store.subscriptions.find({ team: subscriber.team, id });
  if (!found || !mayChange(subscriber, found)) return GONE;
  const listed = { subscription: found, order: orderOf(found) };
  if (change.do === 'end') return end(listed, deps);
  if (change.do === 'resume') return resume(client, { ...listed, subscriber }, deps);
  return snooze(listed, change.until, deps);
}

type Found = Pick<Listed, 'subscription' | 'order'>;

async function end(
  { subscription: { team, id, channel }, order }: Found,
  { store, dateline, log }: ListenerDeps,
): Promise<string> {
  const removed = await store.subscriptions.remove({ team, id });
  if (!removed) return GONE;
  log.info({ subscription: id, team, channel }, 'a subscription was ended');
  const again = order ? ` To have it again: /dateline subscribe ${writeOrder(order, dateline.names)}` : '';
  return `Ended: ${orderWords({ order }, dateline)}.${again}`;
}

async function snooze(
  { subscription, order }: Found,
  until: ((timeZone: string) => Date) | null,
  { store, dateline, clock, log }: ListenerDeps,
): Promise<string> {
  const { team, id, snoozedUntil } = subscription;
  const now = clock();
  const what = orderWords({ order }, dateline);
  const zone = order?.schedule.timeZone ?? 'UTC';
  const moment = until?.(zone) ?? null;
  if (moment !== null && moment <= now) return `That day has come already, so nothing was changed: ${what}.`;
  if (moment !== null && moment.getTime() - now.getTime() > LONGEST_SNOOZE) {
    return `That is more than a year, so nothing was changed. Unsubscribe instead, and order it anew when you want it again: ${what}.`;
  }
  if (moment === null && (snoozedUntil === null || snoozedUntil <= now)) return `It is not snoozed: ${what}.`;
  if (!(await store.subscriptions.snooze({ team, id }, moment))) return GONE;
  log.info({ subscription: id, team, until: moment }, 'a subscription was snoozed, or its snooze ended');
  const next = nextRunOf({ ...subscription, snoozedUntil: moment }, order, now);
  const goesOn = next ? `The next comes on ${momentWords(next, zone)}.` : 'It does not run again.';
  return moment === null
    ? `Snoozed no longer: ${what}. ${goesOn}`
    : `Snoozed until ${dayWords(moment, zone)}: ${what}. ${goesOn}`;
}

async function resume(
  client: webApi.WebClient,
  { subscription, order, subscriber }: Found & { subscriber: Subscriber },
  deps: ListenerDeps,
): Promise<string> {
  const { team, id, channel, paused } = subscription;
  const what = orderWords({ order }, deps.dateline);
  if (!paused) return `It is not paused: ${what}.`;
  if (!order) return `${what}: end it, and order it anew.`;
  const notice = renderNotice(`From now on this is posted here again: ${what}.`);
  const tried = await tryConversation(client, { channel, user: subscriber.user }, notice, deps);
  if ('refused' in tried) return `It stays paused. ${tried.refused}`;
  const now = deps.clock();
  const since = new Date(now.getTime() - deps.catchUpMs);
  if (!(await deps.store.subscriptions.resume({ team, id }, { now, since }))) return `It goes on already: ${what}.`;
  deps.log.info({ subscription: id, team, channel }, 'a subscription was resumed');
  const next = nextRunOf({ ...subscription, nextRunAt: nextRun(order.schedule, now) }, order, now);
  const missed = 'What it missed of late is posted now, marked as late.';
  return next
    ? `It goes on: ${what}. ${missed} The next comes on ${momentWords(next, order.schedule.timeZone)}.`
    : `It goes on: ${what}. ${missed}`;
}
