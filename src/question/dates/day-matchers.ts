import {
  DAY,
  dayNumber,
  daySpan,
  fullYear,
  MONTH,
  monthNumber,
  SHORT_YEAR,
  through,
  WEEKDAY,
  YEAR,
} from './calendar-words.ts';
import type { DateMatcher, DateReading, DaySpan } from './date-mention.ts';

const day = (span: DaySpan | undefined): DateReading | undefined =>
  span ? { spans: [span], granularity: 'day' } : undefined;
const days = (span: DaySpan | undefined): DateReading | undefined =>
  span ? { spans: [span], granularity: 'range' } : undefined;
const at = (y: string, m: string, d: string) => daySpan(fullYear(y), monthNumber(m), dayNumber(d));
const TO = '(?: ?- ?| to | and | through | thru | until | till | into )';
const OPTIONAL_WEEKDAY = `(?:${WEEKDAY} )?`;

/** Dates exact to the day, and spans between two such days. */
export const dayMatchers: DateMatcher[] = [
  {
    name: 'ISO day',
    pattern: new RegExp(`(?<y>${YEAR})-(?<m>\\d\\d?)-(?<d>\\d\\d?)`),
    read: (g) => day(daySpan(Number(g.y), Number(g.m), Number(g.d))),
  },
  {
    name: 'days of two months: 17 October 2023 to 4 February 2024',
    pattern: new RegExp(
      `(?<d>${DAY}) (?:of )?(?<m>${MONTH})(?: (?<y>${YEAR}))?${TO}(?<d2>${DAY}) (?:of )?(?<m2>${MONTH}) (?<y2>${YEAR})`,
    ),
    read: (g) => days(through(at(g.y ?? g.y2!, g.m!, g.d!), at(g.y2!, g.m2!, g.d2!))),
  },
  {
    name: 'days of two months, month first: October 17, 2023 to February 4, 2024',
    pattern: new RegExp(
      `(?<m>${MONTH}) (?<d>${DAY})(?: (?<y>${YEAR}))?${TO}(?<m2>${MONTH}) (?<d2>${DAY}) (?<y2>${YEAR})`,
    ),
    read: (g) => days(through(at(g.y ?? g.y2!, g.m!, g.d!), at(g.y2!, g.m2!, g.d2!))),
  },
  {
    name: 'days of one month: 7-8 January 2020',
    pattern: new RegExp(`(?<d>${DAY})${TO}(?:the )?(?<d2>${DAY}) (?:of )?(?<m>${MONTH}) (?<y>${SHORT_YEAR})`),
    read: (g) => days(through(at(g.y!, g.m!, g.d!), at(g.y!, g.m!, g.d2!))),
  },
  {
    name: 'days of one month, month first: January 7-8, 2020',
    pattern: new RegExp(`(?<m>${MONTH}) (?<d>${DAY})${TO}(?:the )?(?<d2>${DAY})(?: of)? (?<y>${YEAR})`),
    read: (g) => days(through(at(g.y!, g.m!, g.d!), at(g.y!, g.m!, g.d2!))),
  },
  {
    name: 'day, month, year',
    pattern: new RegExp(
      `${OPTIONAL_WEEKDAY}(?:the )?(?<d>${DAY})(?: of |[ -])(?<m>${MONTH})[ -](?<y>${SHORT_YEAR})(?!\\d| dead| killed| wounded)`,
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
    pattern: /(?<a>\d\d?)(?<s>[/.])(?<b>\d\d?)\k<s>(?<y>(?:19|20)?\d\d)/,
    read: (g) => {
      const year = fullYear(g.y!);
      const british = daySpan(year, Number(g.b), Number(g.a));
      const american = g.s === '/' ? daySpan(year, Number(g.a), Number(g.b)) : undefined;
      const spans = [british, american].filter((span) => span !== undefined);
      if (spans.length === 0) return undefined;
      const one = spans.length === 1 || spans[0]!.first === spans[1]!.first;
      return { spans: one ? [spans[0]!] : spans, granularity: 'day', ...(one ? {} : { ambiguous: true }) };
    },
  },
  {
    name: 'named day: Christmas Day 2019',
    pattern: new RegExp(
      `(?<n>christmas eve|christmas day|christmas|boxing day|new years eve|new years day|new year s eve|new year s day)(?: (?:of |in )?(?<y>${YEAR}))?`,
    ),
    read: (g) => {
      const [month, number] = NAMED_DAYS.find(([name]) => g.n!.replace(' s ', 's ').startsWith(name))!.slice(1) as [
        number,
        number,
      ];
      if (g.y === undefined) return { spans: [], granularity: 'day', open: { month, day: number } };
      return day(daySpan(Number(g.y), month, number));
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
      return daySpan(2000, month, number) ? { spans: [], granularity: 'day', open: { month, day: number } } : undefined;
    },
  },
];

const NAMED_DAYS: [string, number, number][] = [
  ['christmas eve', 12, 24],
  ['christmas', 12, 25],
  ['boxing day', 12, 26],
  ['new years eve', 12, 31],
  ['new years day', 1, 1],
];
