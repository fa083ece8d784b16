import { remembered } from './remembered.ts';
import type { Schedule } from './schedule.ts';
import { ScheduleError, type ScheduleProblem } from './schedule-error.ts';
import { readTimeZone } from './time-zone.ts';
import { type WallClock, wallClockOf } from './wall-clock.ts';

/** Any moment will do: the days of an expression come round within 400 years, its hours and minutes each day. */
const START = Temporal.PlainDateTime.from('2024-01-01T00:00');

/**
 * Reads a schedule: a cron expression of five fields that runs, and not more than once on any day, with an IANA zone.
 * @returns it with single spaces between fields and the zone in its own letter case
 * @throws ScheduleError with every problem
 */
export function readSchedule(typed: Schedule): Schedule {
  const problems = checkSchedule(typed);
  const zone = readTimeZone(typed.timeZone);
  if (problems.length > 0 || !('timeZone' in zone)) throw new ScheduleError(problems);
  return { cron: fieldsOf(typed.cron).join(' '), timeZone: zone.timeZone };
}

/** What is wrong with a schedule; nothing where it can be kept to. */
export function checkSchedule({ cron, timeZone }: Schedule): ScheduleProblem[] {
  const zone = readTimeZone(timeZone);
  const ofCron = checkCron(cron);
  return [...(ofCron ? [ofCron] : []), ...('problem' in zone ? [zone.problem] : [])];
}

function fieldsOf(cron: string): string[] {
  return cron.split(/\s+/).filter(Boolean);
}

/** What is wrong with an expression. Orders that were kept are checked whenever they are read. */
const checkCron = remembered(1_000, (typed): ScheduleProblem | undefined => {
  const fields = fieldsOf(typed);
  if (fields.length !== 5)
    return {
      code: 'not-five-fields',
      typed,
      problem: `The cron expression “${typed}” has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, not five`,
      remedy:
        fields.length === 6
          ? 'Leave out the seconds: minute, hour, day of month, month, day of week, such as “30 8 * * 1-5”'
          : 'Write minute, hour, day of month, month, day of week, such as “30 8 * * 1-5”',
    };
  let clock: WallClock;
  try {
    clock = wallClockOf(fields.join(' '));
  } catch (error) {
    return {
      code: 'unreadable-cron',
      typed,
      problem: `The cron expression “${typed}” cannot be read (${reasonOf(error)})`,
      remedy: 'Write minute, hour, day of month, month, day of week, such as “30 8 * * 1-5”',
    };
  }
  const first = clock.next(START);
  if (first === null)
    return {
      code: 'never-runs',
      typed,
      problem: `The cron expression “${typed}” never comes due: no year has such a day`,
      remedy: 'Name a day that comes round, such as “0 8 28 2 *”',
    };
  // The hours and minutes of an expression are the same on each of its days.
  if (clock.next(first)?.toPlainDate().equals(first.toPlainDate()))
    return {
      code: 'more-than-once-a-day',
      typed,
      problem: `The cron expression “${typed}” comes due more than once on a day, and a digest is about a day`,
      remedy: 'Give one minute and one hour, such as “30 8 * * *”',
    };
  return undefined;
});

/** What the parser says, without its own name and its full stop. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^CronPattern:\s*/, '').replace(/\.$/, '') : String(error);
}
