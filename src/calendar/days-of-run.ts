import { localDay } from './local-day.ts';
import type { DaySpan } from './occasion.ts';
import { nextRun } from './runs.ts';
import type { Schedule } from './schedule.ts';

/** The most days that one run answers for: what comes only once a month is about the week before it, too. */
const MOST_DAYS = 7;

/**
 * The days that a run answers for: from its own local day to the day before the next run, seven at most. What runs on
 * weekdays answers on a Friday for the weekend.
 */
export function daysOfRun(schedule: Schedule, run: Date): DaySpan {
  const first = Temporal.PlainDate.from(localDay(run, schedule.timeZone));
  const farthest = first.add({ days: MOST_DAYS - 1 });
  const next = nextRun(schedule, run);
  const before = next ? Temporal.PlainDate.from(localDay(next, schedule.timeZone)).subtract({ days: 1 }) : farthest;
  const last = [first, before, farthest].sort(Temporal.PlainDate.compare)[1]!;
  return { first: first.toString(), last: last.toString() };
}
