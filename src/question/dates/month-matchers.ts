import {
  fullYear,
  MONTH,
  monthNumber,
  monthSpan,
  ORDINALS,
  SHORT_YEAR,
  through,
  twoDigits,
  YEAR,
} from './calendar-words.ts';
import type { DateMatcher } from './date-mention.ts';

const PART = '(?<part>early|beginning of|start of|mid|middle of|late|end of)';
const OF = '(?: of | in | |-)';

/** Months, parts of months, and spans of months. */
export const monthMatchers: DateMatcher[] = [
  {
    name: 'part of a month: late January 2024',
    pattern: new RegExp(`${PART}[ -](?<m>${MONTH})${OF}(?<y>${YEAR})`),
    read: (g) => {
      const { first, last } = monthSpan(Number(g.y), monthNumber(g.m!));
      const prefix = first.slice(0, 8);
      const early = g.part!.startsWith('early') || /^(beginning|start)/.test(g.part!);
      const mid = g.part!.startsWith('mid');
      // A fortnight's tolerance at the joints: what one desk calls early another calls mid-month.
      const span = early
        ? { first, last: `${prefix}12` }
        : mid
          ? { first: `${prefix}08`, last: `${prefix}22` }
          : { first: `${prefix}18`, last };
      return { spans: [span], granularity: 'days' };
    },
  },
  {
    name: 'week, fortnight, half or ten days of a month: the first fortnight of January 2022',
    pattern: new RegExp(
      `(?:the )?(?<o>first|opening|second|third|fourth|last|final|closing|1st|2nd|3rd|4th) (?<u>week|fortnight|half|(?:ten|10) days)${OF}(?<m>${MONTH}) (?<y>${YEAR})`,
    ),
    read: (g) => {
      const { first, last } = monthSpan(Number(g.y), monthNumber(g.m!));
      const length = g.u === 'week' ? 7 : /10|ten/.test(g.u!) ? 10 : 15;
      const place = (ORDINALS[g.o!] ?? 1) - 1;
      const prefix = first.slice(0, 8);
      const end = Number(last.slice(8));
      const [from, to] = ['last', 'final', 'closing'].includes(g.o!)
        ? [end - length + 1, end]
        : [place * length + 1, g.u !== 'week' && place === 1 ? end : Math.min(end, (place + 1) * length)];
      if (from > end) return undefined;
      return {
        spans: [{ first: `${prefix}${twoDigits(from)}`, last: `${prefix}${twoDigits(to)}` }],
        granularity: 'days',
      };
    },
  },
  {
    name: 'months of two years: October 2023 to February 2024',
    pattern: new RegExp(
      `(?<m>${MONTH}) (?<y>${YEAR})(?: ?- ?| to | and | through | until | till )(?<m2>${MONTH}) (?<y2>${YEAR})`,
    ),
    read: (g) => {
      const span = through(monthSpan(Number(g.y), monthNumber(g.m!)), monthSpan(Number(g.y2), monthNumber(g.m2!)));
      return span ? { spans: [span], granularity: 'range' } : undefined;
    },
  },
  {
    name: 'months of one year: August to October 2026',
    pattern: new RegExp(
      `(?<m>${MONTH})(?<to> ?[-/] ?| to | through | until | till | and | or | & )(?<m2>${MONTH}) (?:of )?(?<y>${YEAR})`,
    ),
    read: (g) => {
      const year = Number(g.y);
      const [from, to] = [monthSpan(year, monthNumber(g.m!)), monthSpan(year, monthNumber(g.m2!))];
      if (/and|or|&/.test(g.to!)) return { spans: [from, to], granularity: 'month' };
      const span = through(from, to);
      return span ? { spans: [span], granularity: 'range' } : undefined;
    },
  },
  {
    name: 'month and year',
    pattern: new RegExp(
      `(?<m>${MONTH})${OF}(?:the )?(?<y>${SHORT_YEAR})(?!\\d|st|nd|rd|th)|(?<y2>${YEAR}) (?<m2>${MONTH})(?! \\d)`,
    ),
    read: (g) => {
      const year = g.y ?? g.y2!;
      // "March 20" is a day; two digits are a year only where no day could be meant.
      if (year.length === 2 && Number(year) <= 31) return undefined;
      return { spans: [monthSpan(fullYear(year), monthNumber((g.m ?? g.m2)!))], granularity: 'month' };
    },
  },
  {
    name: 'ISO month',
    pattern: new RegExp(`(?<y>${YEAR})-(?<m>0[1-9]|1[0-2])(?!\\d|-)|(?<m2>0?[1-9]|1[0-2])/(?<y2>${YEAR})(?!\\d|/)`),
    read: (g) => ({ spans: [monthSpan(Number(g.y ?? g.y2), Number(g.m ?? g.m2))], granularity: 'month' }),
  },
  {
    name: 'this or last January',
    pattern: new RegExp(`(?<which>last|this|this past|this year s) (?<m>${MONTH})(?! \\d)`),
    read: (g, today) => {
      const month = monthNumber(g.m!);
      const back = g.which === 'last' ? month >= today.month : month > today.month;
      return { spans: [monthSpan(back ? today.year - 1 : today.year, month)], granularity: 'month' };
    },
  },
  {
    name: 'January last year',
    pattern: new RegExp(`(?<m>${MONTH})(?: of)? (?<which>last|this) year`),
    read: (g, today) => ({
      spans: [monthSpan(g.which === 'last' ? today.year - 1 : today.year, monthNumber(g.m!))],
      granularity: 'month',
    }),
  },
  {
    name: 'month without a year: in January',
    pattern: new RegExp(`(?:(?<part>early|mid|late)[ -])?(?<m>${MONTH})(?![a-z])`),
    read: (g) => ({ spans: [], granularity: 'month', open: { month: monthNumber(g.m!) } }),
  },
];
