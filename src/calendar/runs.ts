import { remembered } from './remembered.ts';
import type { Schedule } from './schedule.ts';
import { wallClockOf } from './wall-clock.ts';

/** The most runs that are worked out at once: a year and a month of daily ones. */
export const MOST_RUNS = 400;

/** No clock has ever been moved by more than a day, which is how far the order of moments and of local times may differ. */
const MARGIN = Temporal.Duration.from({ days: 2 });

/**
 * The first run after a moment. A local time that does not exist on its day, since clocks were put forward over it, runs
 * at the first moment after that gap; one that occurs twice runs at its first occurrence. A day that a zone left out
 * altogether has no run.
 * @returns null where none comes before the year 10000
 */
export function nextRun({ cron, timeZone }: Schedule, after: Date): Date | null {
  const run = nextRunTime(JSON.stringify([cron, timeZone, after.getTime()]));
  return run === null ? null : new Date(run);
}

/** What falls due at one moment is asked for its next run by one schedule again and again. */
const nextRunTime = remembered(1_000, (asked): number | null => {
  const [cron, timeZone, after] = JSON.parse(asked) as [string, string, number];
  const [run] = nextRuns({ cron, timeZone }, new Date(after), 1);
  return run?.getTime() ?? null;
});

/** The first runs after a moment, in order. @param count how many, `MOST_RUNS` at most */
export function nextRuns({ cron, timeZone }: Schedule, after: Date, count: number): Date[] {
  const clock = wallClockOf(cron);
  const runs: Date[] = [];
  const wanted = Math.min(count, MOST_RUNS);
  let time = clock.next(localTime(after, timeZone).subtract(MARGIN));
  for (; time !== null && runs.length < wanted; time = clock.next(time)) {
    const run = momentOf(time, timeZone);
    if (run && run > after) runs.push(run);
  }
  return runs;
}

/**
 * The runs after one moment until another, that one included, in order. Where there are more than `MOST_RUNS`, the last
 * ones: a clock that is years off then costs no more than a year of runs, and what it makes due is too old to be told.
 */
export function runsBetween({ cron, timeZone }: Schedule, after: Date, until: Date): Date[] {
  const clock = wallClockOf(cron);
  const runs: Date[] = [];
  let time = until > after ? clock.previous(localTime(until, timeZone).add(MARGIN)) : null;
  for (; time !== null && runs.length < MOST_RUNS; time = clock.previous(time)) {
    const run = momentOf(time, timeZone);
    if (run && run <= after) break;
    if (run && run <= until) runs.push(run);
  }
  return runs.reverse();
}

function localTime(moment: Date, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** The moment of a local time; undefined where its day has neither that time nor a later one. */
function momentOf(time: Temporal.PlainDateTime, timeZone: string): Date | undefined {
  const moment = time.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (moment.toPlainDateTime().equals(time)) return new Date(moment.epochMilliseconds);
  // In a gap, "earlier" lies as far before the gap as the time lies in it; what comes next there is the end of the gap.
  const end = moment.getTimeZoneTransition('next');
  return end?.toPlainDate().equals(time.toPlainDate()) ? new Date(end.epochMilliseconds) : undefined;
}
