import { daysOfRun } from '../calendar/days-of-run.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import { nextRun, runsBetween } from '../calendar/runs.ts';
import type { Schedule } from '../calendar/schedule.ts';
import type { DigestWindow } from '../digest/digest.ts';
import type { Accounting } from '../store/outbox.ts';
import type { Subscription } from '../store/subscriptions.ts';

/** How long after a run its digest counts as late, in milliseconds. */
const LATE_AFTER = 15 * 60_000;

/** What has come of a subscription's runs by some moment. */
export interface Reckoning {
  runs: Accounting['runs'];
  nextRunAt: Date | null;
  /** What the digest has to tell that is owed now; absent where none is. Several missed runs are told in one. */
  window?: DigestWindow;
}

/**
 * Works out what a subscription owes: the runs that have come since it was accounted for last, which of them are still told,
 * and when it runs next. Nothing here depends on when, or how often, it is asked.
 * @param catchUpMs how old a run may be to be told at all, in milliseconds
 * @returns undefined where no run has come
 */
export function reckon(
  subscription: Subscription,
  schedule: Schedule,
  { now, catchUpMs }: { now: Date; catchUpMs: number },
): Reckoning | undefined {
  const { nextRunAt: expected } = subscription;
  if (expected === null || expected > now) return undefined;
  // The run that was expected is among them, whatever the schedule says of it today.
  const later = runsBetween(schedule, expected, now);
  const runs = [expected, ...later].map((at) => ({ at, outcome: outcomeOf(at, subscription, { now, catchUpMs }) }));
  const due = runs.filter(({ outcome }) => outcome === 'owed').map(({ at }) => at);
  const nextRunAt = nextRun(schedule, now);
  const last = due.at(-1);
  if (last === undefined) return { runs, nextRunAt };
  const window: DigestWindow = {
    days: daysOf(schedule, due),
    since: subscription.lastRunAt ?? subscription.createdAt,
    until: last,
    due,
    late: now.getTime() - last.getTime() > LATE_AFTER,
  };
  return { runs, nextRunAt, window };
}

function outcomeOf(
  at: Date,
  { snoozedUntil }: Subscription,
  { now, catchUpMs }: { now: Date; catchUpMs: number },
): Accounting['runs'][number]['outcome'] {
  if (snoozedUntil !== null && at < snoozedUntil) return 'snoozed';
  return now.getTime() - at.getTime() > catchUpMs ? 'too-late' : 'owed';
}

/** From the first day of the first run to the last day of the last. */
function daysOf(schedule: Schedule, due: readonly Date[]): DaySpan {
  const first = daysOfRun(schedule, due[0]!);
  return due.length === 1 ? first : { first: first.first, last: daysOfRun(schedule, due.at(-1)!).last };
}
