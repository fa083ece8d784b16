import { checkSchedule, readSchedule } from '../../calendar/read-schedule.ts';
import type { Schedule } from '../../calendar/schedule.ts';
import type { DigestKind } from '../order.ts';
import type { OrderProblem } from '../order-error.ts';
import { daysOf } from './days-of.ts';
import type { Part } from './part.ts';

/** The schedule that the parts of an order say; undefined where it has problems, which are added to those given. */
export function scheduleOf(
  parts: readonly Part[],
  digest: DigestKind | undefined,
  problems: OrderProblem[],
): Schedule | undefined {
  const before = problems.length;
  const timeZone = zoneOf(parts, problems);
  const cron = cronOf(parts, digest, problems);
  const broken = parts.some(
    (part) => part.sort === 'problem' && part.instead !== undefined && part.instead !== 'leads',
  );
  if (timeZone === undefined || cron === undefined || broken || problems.length > before) {
    // A cron expression that is wrong is told with what else is wrong.
    const typed = parts.find((part) => part.sort === 'cron');
    if (typed) problems.push(...checkSchedule({ cron: typed.cron, timeZone: 'UTC' }));
    return undefined;
  }
  const schedule = { cron, timeZone };
  const wrong = checkSchedule(schedule);
  problems.push(...wrong);
  return wrong.length > 0 ? undefined : readSchedule(schedule);
}

function zoneOf(parts: readonly Part[], problems: OrderProblem[]): string | undefined {
  const zones = [...new Set(parts.flatMap((part) => (part.sort === 'zone' ? [part.timeZone] : [])))];
  if (zones.length > 1)
    problems.push({
      code: 'two-zones',
      typed: zones.join(' and '),
      problem: `There is more than one time zone: ${zones.join(', ')}`,
      remedy: 'Write one; a place or an actor of which alone is told follows place: or actor:',
    });
  else if (zones.length === 0 && !tried(parts, 'zone'))
    problems.push({
      code: 'no-zone',
      typed: '',
      problem: 'The time zone is missing',
      remedy:
        'Write one by region and city, such as Europe/London, or by a city that has one of its own, such as Baghdad',
    });
  return zones.length === 1 ? zones[0] : undefined;
}

function cronOf(parts: readonly Part[], digest: DigestKind | undefined, problems: OrderProblem[]): string | undefined {
  const crons = [...new Set(parts.flatMap((part) => (part.sort === 'cron' ? [part.cron] : [])))];
  const times = parts.filter((part) => part.sort === 'time');
  if (crons.length > 0 || tried(parts, 'cron')) {
    const alone = times.length === 0 && !parts.some(({ sort }) => sort === 'days' || sort === 'frequency');
    if (crons.length > 1 || !alone)
      problems.push({
        code: 'cron-and-days',
        typed: crons.join(' and '),
        problem: 'A cron expression says time and days by itself',
        remedy: 'Write either one cron expression, or a time with days',
      });
    return crons[0];
  }
  const clock = [...new Set(times.map(({ hour, minute }) => `${minute} ${hour}`))];
  if (clock.length > 1)
    problems.push({
      code: 'two-times',
      typed: times.map(timeText).join(' and '),
      problem: `There is more than one time: ${times.map(timeText).join(', ')}`,
      remedy: 'Write one, and subscribe once more for the other',
    });
  else if (clock.length === 0 && !tried(parts, 'time'))
    problems.push({
      code: 'no-time',
      typed: '',
      problem: 'The time is missing',
      remedy: 'Write one, such as 08:30 or 8.30am',
    });
  const days = daysOf(parts, digest, problems);
  return clock.length === 1 && days !== undefined ? `${clock[0]} ${days}` : undefined;
}

function timeText({ hour, minute }: { hour: number; minute: number }): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Whether words that were to say it are a problem by themselves already, so that nothing is missing. */
function tried(parts: readonly Part[], what: 'time' | 'zone' | 'cron'): boolean {
  return parts.some((part) => part.sort === 'problem' && part.instead === what);
}
