import {
  COUNTED,
  DAY,
  dayNumber,
  daySpan,
  fullYear,
  MONTH,
  monthNumber,
  monthSpan,
  through,
  WEEKDAY,
  weekOf,
  YEAR,
} from './calendar-words.ts';
import type { DateMatcher, DateReading, DaySpan } from './date-mention.ts';

/** A day that no calendar has: 31 February. */
const missing = (): DateReading => ({ spans: [], granularity: 'day', missing: true });
/** Two numbers that can be a month and a day by their size: 31/04, not 92/93. */
const mayBeDay = (a: number, b: number) => Math.max(a, b) <= 31;
const day = (span: DaySpan | undefined): DateReading => (span ? { spans: [span], granularity: 'day' } : missing());
/** Two days joined by a word: "and" and "or" name the two, everything else the days between as well. */
const days = (joint: string, from: DaySpan | undefined, to: DaySpan | undefined): DateReading | undefined => {
  if (/and|or|&/.test(joint)) return from && to ? { spans: [from, to], granularity: 'day' } : undefined;
  const span = through(from, to);
  return span ? { spans: [span], granularity: 'range' } : undefined;
};
const at = (y: string, m: string, d: string) => daySpan(fullYear(y), monthNumber(m), dayNumber(d));
const TO = '(?<to> ?- ?| to | and | or | & | through | thru | until | till | into )';
const OPTIONAL_WEEKDAY = `(?:${WEEKDAY} )?`;

/** Dates exact to the day, and spans between two such days. */
export const dayMatchers: DateMatcher[] = [
  {
    name: 'ISO day',
    pattern: new RegExp(`(?<y>${YEAR})(?<s>[-/.])(?<m>\\d\\d?)\\k<s>(?<d>\\d\\d?)`),
    read: (g) => (mayBeDay(Number(g.m), Number(g.d)) ? day(daySpan(Number(g.y), Number(g.m), Number(g.d))) : undefined),
  },
  {
    name: 'days of two months: 17 October 2023 to 4 February 2024',
    pattern: new RegExp(
      `(?<d>${DAY}) (?:of )?(?<m>${MONTH})(?: (?<y>${YEAR}))?${TO}(?<d2>${DAY}) (?:of )?(?<m2>${MONTH}) (?<y2>${YEAR})`,
    ),
    read: (g) => days(g.to!, at(g.y ?? g.y2!, g.m!, g.d!), at(g.y2!, g.m2!, g.d2!)),
  },
  {
    name: 'days of two months, month first: October 17, 2023 to February 4, 2024',
    pattern: new RegExp(
      `(?<m>${MONTH}) (?<d>${DAY})(?: (?<y>${YEAR}))?${TO}(?<m2>${MONTH}) (?<d2>${DAY}) (?<y2>${YEAR})`,
    ),
    read: (g) => days(g.to!, at(g.y ?? g.y2!, g.m!, g.d!), at(g.y2!, g.m2!, g.d2!)),
  },
  {
    name: 'days of one month: 7-8 January 2020',
    pattern: new RegExp(
      `(?<d>${DAY})${TO}(?:the )?(?<d2>${DAY}) (?:of )?(?<m>${MONTH}) (?<y>${YEAR}|\\d\\d(?!\\d| ${COUNTED}))(?!\\d)`,
    ),
    read: (g) => days(g.to!, at(g.y!, g.m!, g.d!), at(g.y!, g.m!, g.d2!)),
  },
  {
    name: 'days of one month, month first: January 7-8, 2020',
    pattern: new RegExp(`(?<m>${MONTH}) (?<d>${DAY})${TO}(?:the )?(?<d2>${DAY})(?: of)? (?<y>${YEAR})`),
    read: (g) => days(g.to!, at(g.y!, g.m!, g.d!), at(g.y!, g.m!, g.d2!)),
  },
  {
    name: 'day, month, year',
    pattern: new RegExp(
      `${OPTIONAL_WEEKDAY}(?:the )?(?<d>${DAY})(?: of |[ -])(?<m>${MONTH})[ -](?<y>${YEAR}|\\d\\d(?!\\d| ${COUNTED}))(?!\\d)`,
    ),
    read: (g) => day(at(g.y!, g.m!, g.d!)),
  },
  {
    name: 'month, day, year',
    pattern: new RegExp(`${OPTIONAL_WEEKDAY}(?<m>${MONTH}) (?:the )?(?<d>${DAY})(?: of)? (?<y>${YEAR})`),
    read: (g) => day(at(g.y!, g.m!, g.d!)),
  },
  {
    name: 'year, month, day',
    pattern: new RegExp(`(?<y>${YEAR}) (?<m>${MONTH}) (?<d>${DAY})(?!\\d)`),
    read: (g) => day(at(g.y!, g.m!, g.d!)),
  },
  {
    name: 'numbers: 08/01/2020, either order where both fit',
    pattern: /(?<a>\d\d?)(?:(?<s>[/.])(?<b>\d\d?)\k<s>(?<y>(?:19|20)?\d\d)|-(?<b2>\d\d?)-(?<y2>(?:19|20)\d\d))(?!\d)/,
    read: (g) => {
      const year = fullYear((g.y ?? g.y2)!);
      const [a, b] = [Number(g.a), Number(g.b ?? g.b2)];
      const british = daySpan(year, b, a);
      const american = g.s === '.' ? undefined : daySpan(year, a, b);
      const spans = [british, american].filter((span) => span !== undefined);
      // With a year in full they are meant as a date.
      if (spans.length === 0) return mayBeDay(a, b) && (g.y ?? g.y2)!.length === 4 ? missing() : undefined;
      const one = spans.length === 1 || spans[0]!.first === spans[1]!.first;
      return { spans: one ? [spans[0]!] : spans, granularity: 'day', ...(one ? {} : { ambiguous: true }) };
    },
  },
  {
    name: 'named day: Christmas Day 2019',
    pattern: new RegExp(
      `(?<n>christmas eve|christmas day|boxing day|new years? (?:s )?eve|new years? (?:s )?day)(?: day)?(?: (?:of |in )?(?<y>${YEAR}))?`,
    ),
    read: (g) => {
      const [, month, number] = NAMED_DAYS.find(([name]) => name.test(g.n!))!;
      if (g.y === undefined) return { spans: [], granularity: 'day', open: { month, day: number } };
      return day(daySpan(Number(g.y), month, number));
    },
  },
  {
    name: 'about Christmas: the Christmas trip',
    pattern: new RegExp(`christmas(?: (?:of |in )?(?<y>${YEAR}))?`),
    read: (g) => {
      if (g.y === undefined) return { spans: [], granularity: 'month', open: { month: 12 } };
      const [first, last] = [daySpan(Number(g.y), 12, 20), daySpan(Number(g.y), 12, 31)];
      const span = through(first, last);
      return span ? { spans: [span], granularity: 'days' } : undefined;
    },
  },
  {
    name: '9/11, the day in 2001',
    pattern: /9\/11(?!\d|\/| (?:19|20)\d\d)/,
    read: () => day(daySpan(2001, 9, 11)),
  },
  {
    name: 'the week of a day: the week of January 6, 2020',
    pattern: new RegExp(
      `(?:the )?week (?:of|from|beginning|starting|commencing) (?:the )?(?:(?<d>${DAY})(?: of)? (?<m>${MONTH}) (?<y>${YEAR})|(?<m2>${MONTH}) (?<d2>${DAY}) (?<y2>${YEAR}))`,
    ),
    read: (g) => {
      const span = at((g.y ?? g.y2)!, (g.m ?? g.m2)!, (g.d ?? g.d2)!);
      return span ? { spans: [weekOf(Temporal.PlainDate.from(span.first))], granularity: 'days' } : undefined;
    },
  },
  {
    name: 'day and month without a year',
    pattern: new RegExp(
      `(?:the )?(?<d>${DAY})(?: of | |-)(?<m>${MONTH})(?![a-z])|(?<m2>${MONTH}) (?:the )?(?<d2>${DAY})(?!\\d|,\\d| (?:rockets?|drones?|missiles?|people|troops))`,
    ),
    read: (g) => {
      const month = monthNumber((g.m ?? g.m2)!);
      const number = dayNumber((g.d ?? g.d2)!);
      // "In April 31 were hurt" counts people; "31 April" is said as a day.
      if (!daySpan(2000, month, number)) return g.m ? missing() : undefined;
      // "June 25" may be the month of 2025: both readings are carried, the day of any year and the month.
      const spans = g.m2 && /^[012]\d$/.test(g.d2!) ? [monthSpan(2000 + number, month)] : [];
      return { spans, granularity: 'day', open: { month, day: number } };
    },
  },
  {
    name: 'a day that no month has: on April 31',
    pattern: new RegExp(`(?<=\\bon )(?<m>${MONTH}) (?:the )?(?<d>${DAY})(?!\\d)`),
    read: (g) => (daySpan(2000, monthNumber(g.m!), dayNumber(g.d!)) ? undefined : missing()),
  },
];

const NAMED_DAYS: [RegExp, number, number][] = [
  [/^christmas eve/, 12, 24],
  [/^christmas/, 12, 25],
  [/^boxing/, 12, 26],
  [/eve$/, 12, 31],
  [/^new/, 1, 1],
];
