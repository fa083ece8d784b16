import { cronOfDays, type DayChoice } from '../days.ts';
import type { DigestKind } from '../order.ts';
import type { OrderProblem } from '../order-error.ts';
import { USUAL_DAYS } from './digest-words.ts';
import type { Frequency, Part } from './part.ts';

/** What each word of frequency allows beside itself, and what it means alone; undefined for the days that a digest usually has. */
const FREQUENCIES: Readonly<
  Record<Frequency, { alone?: readonly DayChoice[]; allows: (choices: readonly DayChoice[]) => boolean }>
> = {
  daily: { alone: [], allows: (choices) => choices.every(({ sort }) => sort === 'weekday') },
  weekly: { allows: (choices) => choices.length === 1 && choices[0]!.sort === 'weekday' },
  monthly: {
    alone: [{ sort: 'date', date: 1 }],
    allows: (choices) => choices.length === 1 && choices[0]!.sort !== 'weekday',
  },
};

/**
 * The days that the parts of an order say, as the last three fields of a cron expression; those that its digest usually has
 * where they say none. What conflicts is added to the problems.
 */
export function daysOf(
  parts: readonly Part[],
  digest: DigestKind | undefined,
  problems: OrderProblem[],
): string | undefined {
  const choices = parts.flatMap((part) => (part.sort === 'days' ? part.days : []));
  const frequencies = [...new Set(parts.flatMap((part) => (part.sort === 'frequency' ? [part.frequency] : [])))];
  const [frequency, ...others] = frequencies;
  const conflict = (typed: string, problem: string, remedy: string) => {
    problems.push({ code: 'conflicting-days', typed, problem, remedy });
    return undefined;
  };
  if (others.length > 0)
    return conflict(frequencies.join(' and '), `“${frequencies.join('” and “')}” cannot both be`, 'Write one of them');
  if (choices.length > 0) {
    if (frequency !== undefined && !FREQUENCIES[frequency].allows(choices))
      return conflict(frequency, `“${frequency}” does not go with the days that are given`, `Leave “${frequency}” out`);
    const working = new Set(choices.flatMap((choice) => (choice.sort === 'working' ? [choice.which] : [])));
    if (
      working.has('last') &&
      choices.some(({ sort }) => sort === 'date' || sort === 'working') &&
      ofMonth(choices) > 1
    )
      return conflict(
        'last weekday',
        'The last weekday of the month cannot be joined with other days of the month',
        'Subscribe once for it, and once for the others',
      );
    return cronOfDays(choices);
  }
  if (frequency === 'weekly')
    return digest !== undefined && / [0-6]$/.test(USUAL_DAYS[digest]) ? USUAL_DAYS[digest] : '* * 1';
  const alone = frequency && FREQUENCIES[frequency].alone;
  return alone ? cronOfDays(alone) : digest === undefined ? '* * *' : USUAL_DAYS[digest];
}

/** How many days of the month are given by their date or as its first or last weekday. */
function ofMonth(choices: readonly DayChoice[]): number {
  return new Set(
    choices.filter(({ sort }) => sort === 'date' || sort === 'working').map((choice) => JSON.stringify(choice)),
  ).size;
}
