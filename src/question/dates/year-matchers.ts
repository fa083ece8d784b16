import { COUNTED, fullYear, monthSpan, ORDINALS, through, twoDigits, YEAR, yearSpan } from './calendar-words.ts';
import type { DateMatcher } from './date-mention.ts';

const SEASON = '(?<s>spring|summer|autumn|fall|winter)';
const SEASON_MONTH: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

const DECADES: Record<string, number> = {
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
  noughties: 2000,
};
const TENS_WORDS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const UNIT_WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const DECADE_PARTS: Record<string, number[]> = { whole: [0, 9], early: [0, 4], mid: [3, 6], late: [5, 9] };

/** The second of two years, of which only the last digits may be written: 2019-20, 1983 and 84. */
function yearAfter(from: number, text: string): number {
  return text.length === 2 ? Math.floor(from / 100) * 100 + Number(text) : Number(text);
}

/** Years, decades, seasons, quarters and halves. */
export const yearMatchers: DateMatcher[] = [
  {
    name: 'season: summer 2024',
    pattern: new RegExp(
      `${SEASON}(?: of| in)?(?: the)? (?<y>${YEAR}|7[9]|[89]\\d)(?:[-/](?<y2>\\d\\d(?:\\d\\d)?))?(?!\\d)`,
    ),
    read: (g) => {
      const year = fullYear(g.y!);
      const month = SEASON_MONTH[g.s!]!;
      const end = month === 12 ? monthSpan(year + 1, 2) : monthSpan(year, month + 2);
      const spans = [{ first: monthSpan(year, month).first, last: end.last }];
      // "Winter 2022" may be the one that began in 2021 as well.
      if (month === 12 && g.y2 === undefined)
        spans.unshift({ first: monthSpan(year - 1, 12).first, last: monthSpan(year, 2).last });
      return { spans, granularity: 'season' };
    },
  },
  {
    name: 'quarter or half: Q1 2020, the first half of 2020',
    pattern: new RegExp(
      `(?:q ?(?<q>[1-4])|h ?(?<h>[12])|(?:the )?(?<o>first|second|third|fourth|last|1st|2nd|3rd|4th) (?<u>quarter|half))(?: of| in)? (?<y>${YEAR})`,
    ),
    read: (g) => {
      const months = g.q || g.u === 'quarter' ? 3 : 6;
      const spelled = g.o === 'last' ? 12 / months : ORDINALS[g.o ?? ''];
      const number = Number(g.q ?? g.h ?? spelled);
      if (number * months > 12) return undefined;
      const year = Number(g.y);
      const span = through(monthSpan(year, (number - 1) * months + 1), monthSpan(year, number * months));
      return span ? { spans: [span], granularity: 'season' } : undefined;
    },
  },
  {
    name: 'week or days of a year: the last week of 2023',
    pattern: new RegExp(
      `(?:the )?(?<o>first|opening|last|final|closing) (?<u>week|fortnight|days|month) of (?<y>${YEAR})`,
    ),
    read: (g) => {
      const length = g.u === 'month' ? 31 : g.u === 'fortnight' ? 14 : 7;
      const span = /first|opening/.test(g.o!)
        ? { first: `${g.y}-01-01`, last: `${g.y}-01-${twoDigits(length)}` }
        : { first: `${g.y}-12-${twoDigits(32 - length)}`, last: `${g.y}-12-31` };
      return { spans: [span], granularity: 'days' };
    },
  },
  {
    name: 'part of a year: early 2020',
    pattern: new RegExp(`(?<part>early|(?:the )?(?:start|beginning|middle|end) of|mid|late)[ -](?:in )?(?<y>${YEAR})`),
    read: (g) => {
      const year = Number(g.y);
      const late = /late|end/.test(g.part!);
      const mid = g.part!.includes('mid');
      const [from, to] = late ? [9, 12] : mid ? [5, 8] : [1, 4];
      return {
        spans: [{ first: monthSpan(year, from!).first, last: monthSpan(year, to!).last }],
        granularity: 'season',
      };
    },
  },
  {
    name: 'decade: the 1980s, the late nineties',
    pattern: new RegExp(
      `(?:the )?(?:(?<part>early|mid|late)[ -])?(?:(?<d>(?:19|20)?\\d0) ?s|(?<w>${Object.keys(DECADES).join('|')}))(?![a-z])`,
    ),
    read: (g) => {
      const year = g.w === undefined ? fullYear(g.d!) : DECADES[g.w]!;
      const [from, to] = DECADE_PARTS[g.part ?? 'whole']!;
      return { spans: [{ first: `${year + from!}-01-01`, last: `${year + to!}-12-31` }], granularity: 'decade' };
    },
  },
  {
    name: 'span of years: 2003 to 2011, 2019-20',
    pattern: new RegExp(`(?<y>${YEAR})(?: ?- ?| ?/ ?| to | through | until | till )(?<y2>(?:19|20)?\\d\\d)(?!\\d|-)`),
    read: (g) => {
      const from = Number(g.y);
      const to = yearAfter(from, g.y2!);
      const span = through(yearSpan(from), yearSpan(to));
      return span ? { spans: [span], granularity: 'range' } : undefined;
    },
  },
  {
    name: 'two years: 1983 and 84',
    pattern: new RegExp(`(?<y>${YEAR})(?: and | or | & |, )(?<y2>(?:19|20)?\\d\\d)(?!\\d| [a-z]+s\\b(?! or| and))`),
    read: (g) => {
      const from = Number(g.y);
      const to = yearAfter(from, g.y2!);
      return { spans: [yearSpan(from), yearSpan(to)], granularity: 'year' };
    },
  },
  {
    name: 'year in words: nineteen ninety-one, twenty twenty',
    pattern: new RegExp(
      `(?<c>nineteen|twenty)[ -](?<t>${TENS_WORDS.join('|')}|eleven|twelve|ten)(?:[ -](?<u>${UNIT_WORDS.join('|')}))?(?![a-z])`,
    ),
    read: (g) => {
      const tens = { ten: 10, eleven: 11, twelve: 12 }[g.t!] ?? (TENS_WORDS.indexOf(g.t!) + 2) * 10;
      const year = (g.c === 'nineteen' ? 1900 : 2000) + tens + (g.u === undefined ? 0 : UNIT_WORDS.indexOf(g.u) + 1);
      return { spans: [yearSpan(year)], granularity: 'year' };
    },
  },
  {
    name: 'year by its last two digits: in 95',
    pattern: new RegExp(
      `(?<=(?:in|of|since|from|and|or|during|for) )(?<y>7[9]|[89]\\d)(?!\\d|[-/.,:]\\d| ${COUNTED}| percent)`,
    ),
    read: (g) => ({ spans: [yearSpan(fullYear(g.y!))], granularity: 'year' }),
  },
  {
    name: 'year',
    // "The 2009 rockets" are of 2009; only a round number in front of what can be counted is no year.
    pattern: new RegExp(`(?<y>${YEAR})(?!\\d|[-/.,]\\d|(?<=\\d00) ${COUNTED})`),
    read: (g) => ({ spans: [yearSpan(Number(g.y))], granularity: 'year' }),
  },
];
