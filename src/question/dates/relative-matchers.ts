import { FIRST_DAY } from '../../record/edtf.ts';
import { MONTH, monthSpan, WEEKDAY, WEEKDAY_NAMES, weekOf, YEAR, yearSpan } from './calendar-words.ts';
import type { DateMatcher, DaySpan } from './date-mention.ts';

/** Four digits at most: what is longer is no number of days that anybody means, and no date can be that far away. */
export const AMOUNT = '(?<n>\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)';
const AMOUNTS: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
/** A number from digits or a word. */
export const amount = (text: string) => AMOUNTS[text] ?? Number(text);
/** The day so many days, weeks, months or years before another; the first day that can be told where that lies before it. */
function daysBack(today: Temporal.PlainDate, unit: string, count: number): Temporal.PlainDate {
  const then = today.subtract({ [`${unit}s`]: count });
  const first = Temporal.PlainDate.from(FIRST_DAY);
  return Temporal.PlainDate.compare(then, first) < 0 ? first : then;
}
const one = (date: Temporal.PlainDate): DaySpan => ({ first: date.toString(), last: date.toString() });
/** What a newsroom makes: "today's bulletin" says when it airs, not when anything happened. */
const COPY =
  '(?! (?:s )?(?:news|bulletin|show|programme|program|broadcast|paper|edition|issue|newsletter|column|story|piece|package|script|graphic|explainer|copy|quiz|podcast|briefing|meeting|deadline))';
/** "The last week of December 2023" counts from the end of that month, not from the day of asking. */
const OF_A_DATE = `(?! (?:of|in) (?:the )?(?:year )?(?:${MONTH}|${YEAR}))`;

/** Dates that count from the day of asking. */
export const relativeMatchers: DateMatcher[] = [
  {
    name: 'today, yesterday, tomorrow',
    pattern: new RegExp(`(?<w>today|tonight|yesterday|last night|tomorrow)${COPY}`),
    read: (g, today) => {
      const shift = g.w === 'tomorrow' ? 1 : g.w === 'yesterday' || g.w === 'last night' ? -1 : 0;
      return { spans: [one(today.add({ days: shift }))], granularity: 'day' };
    },
  },
  {
    name: 'last, this, next week, month, year',
    pattern: new RegExp(
      `(?:(?:earlier|later) )?(?<w>(?:the )?last|this|previous|next) (?<u>week|month|year)${COPY}${OF_A_DATE}`,
    ),
    read: (g, today) => {
      const step = g.w === 'this' ? 0 : g.w === 'next' ? 1 : -1;
      if (g.u === 'week') return { spans: [weekOf(today.add({ days: 7 * step }))], granularity: 'days' };
      if (g.u === 'month') {
        const then = today.add({ months: step });
        return { spans: [monthSpan(then.year, then.month)], granularity: 'month' };
      }
      return { spans: [yearSpan(today.year + step)], granularity: 'year' };
    },
  },
  {
    name: 'the last three months',
    pattern: new RegExp(`(?:the )?(?:(?:last|past) ${AMOUNT} (?<u>day|week|month|year)s?|past (?<u2>week|month|year))`),
    read: (g, today) => {
      const start = daysBack(today, (g.u ?? g.u2)!, amount(g.n ?? 'a'));
      return { spans: [{ first: start.toString(), last: today.toString() }], granularity: 'range' };
    },
  },
  {
    name: 'three years ago',
    pattern: new RegExp(`${AMOUNT} (?<u>day|week|month|year)s? ago(?: (?<t>today))?`),
    read: (g, today) => {
      const then = daysBack(today, g.u!, amount(g.n!));
      if (g.u === 'day' || g.t) return { spans: [one(then)], granularity: 'day' };
      if (g.u === 'week') return { spans: [weekOf(then)], granularity: 'days' };
      if (g.u === 'month') return { spans: [monthSpan(then.year, then.month)], granularity: 'month' };
      return { spans: [yearSpan(then.year)], granularity: 'year' };
    },
  },
  {
    name: 'last Saturday',
    pattern: new RegExp(`(?:last|on|this) (?<d>${WEEKDAY})(?! \\d)`),
    read: (g, today) => {
      const wanted = WEEKDAY_NAMES.findIndex((name) => name.startsWith(g.d!.slice(0, 3))) + 1;
      const back = (today.dayOfWeek - wanted + 7) % 7 || 7;
      return { spans: [one(today.subtract({ days: back }))], granularity: 'day' };
    },
  },
];
