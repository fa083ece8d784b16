import type { Word } from '../../record/words.ts';
import { range } from '../span.ts';
import { boundedSpan } from './bounded-span.ts';
import { fullYear, MONTH, WEEKDAY } from './calendar-words.ts';
import type { DateMatcher, DateMention, DateOperator, DateReading } from './date-mention.ts';
import { dayMatchers } from './day-matchers.ts';
import { joinDates } from './join-dates.ts';
import { monthMatchers } from './month-matchers.ts';
import { relativeMatchers } from './relative-matchers.ts';
import { shifted } from './shifted-dates.ts';
import { yearMatchers } from './year-matchers.ts';

/** Ordered from the most to the least specific: the first that matches at a word wins. */
const MATCHERS: readonly DateMatcher[] = [...dayMatchers, ...relativeMatchers, ...monthMatchers, ...yearMatchers];

/**
 * What some word of every date is or has in it. Most questions name no date, and the matchers, whose patterns take long
 * to compile, need not be tried on them.
 */
const SIGN = new RegExp(
  `\\d|day|night|week|month|year|tomorrow|christmas|nineteen|twenty|ties\\b|\\b(?:${MONTH}|${WEEKDAY})\\b`,
);

/** Words in front of a date that bound it, and words that merely introduce it. */
const OPERATORS: Record<string, DateOperator> = {
  before: 'before',
  'prior to': 'before',
  'up to': 'until',
  until: 'until',
  till: 'until',
  by: 'until',
  after: 'after',
  following: 'after',
  since: 'since',
  from: 'in',
  on: 'in',
  in: 'in',
  of: 'in',
  during: 'in',
  between: 'in',
  for: 'in',
  over: 'in',
  the: 'in',
  around: 'in',
  about: 'in',
  circa: 'in',
  'as of': 'until',
  throughout: 'in',
  within: 'in',
  at: 'in',
};

const INTRODUCING = new Set(Object.keys(OPERATORS).flatMap((operator) => operator.split(' ')));

/**
 * Finds the dates in a question.
 * @param text the question as typed
 * @param words its words, with `folded` already corrected for typing errors
 * @param today the day of asking, from which "last year" counts
 */
export function findDates(text: string, words: readonly Word[], today: Temporal.PlainDate): DateMention[] {
  const line = dateLine(text, words);
  const found: DateMention[] = [];
  if (!SIGN.test(line.text)) return found;
  for (let index = 0; index < words.length; index++) {
    const match = matchAt(line, words, index, today);
    if (!match) continue;
    const { reading, end } = match;
    const { start, operator } = withOperator(words, index, found.at(-1)?.end ?? 0);
    const shift = shifted(words, start, found.at(-1)?.end ?? 0, reading, operator);
    if (shift) {
      found.push({ ...shift, end, text: text.slice(words[shift.start]!.start, words[end - 1]!.end) });
      index = end - 1;
      continue;
    }
    reading.spans = reading.spans.map((span) => boundedSpan(span, operator));
    found.push({
      ...reading,
      ...(words[start]!.folded === 'between' ? joined(reading) : {}),
      operator,
      start,
      end,
      text: text.slice(words[start]!.start, words[end - 1]!.end),
    });
    index = end - 1;
  }
  return joinDates(text, words, found);
}

interface DateLine {
  text: string;
  /** Offset in `text` at which each word begins. */
  offsets: number[];
}

/**
 * The words in one line for the matchers: single spaces, hyphens and slashes kept where they join two words. A number
 * with its comma (2,003) stays what it is, and '20 is written out.
 */
function dateLine(text: string, words: readonly Word[]): DateLine {
  const offsets: number[] = [];
  let line = '';
  words.forEach((word, index) => {
    const gap = text.slice(words[index - 1]?.end ?? 0, word.start);
    if (index > 0) line += /^\s*[-–—]\s*$/.test(gap) ? '-' : /^[/.]$/.test(gap) ? gap : ' ';
    offsets.push(line.length);
    const short = /(?<![\p{L}\p{N}])['’‘]$/u.test(gap) && /^\d\d$/.test(word.folded);
    line += /^\d.*,/.test(word.raw) ? word.raw : short ? String(fullYear(word.folded)) : word.folded;
  });
  return { text: line, offsets };
}

function matchAt(line: DateLine, words: readonly Word[], index: number, today: Temporal.PlainDate) {
  for (const matcher of MATCHERS) {
    const pattern = sticky(matcher);
    pattern.lastIndex = line.offsets[index]!;
    const match = pattern.exec(line.text);
    if (!match) continue;
    const stop = pattern.lastIndex;
    const end = line.offsets.findIndex((offset) => offset >= stop);
    const last = end === -1 ? words.length : end;
    const boundary = last === words.length ? line.text.length : line.offsets[last]! - 1;
    // The match must end where a word ends: "2020s" is no 2020.
    if (stop !== boundary) continue;
    const reading = matcher.read(match.groups ?? {}, today);
    if (!reading || isOrdinaryWord(words, index, last, reading) || isDeadline(words, index)) continue;
    return { reading, end: last };
  }
  return undefined;
}

const compiled = new WeakMap<DateMatcher, RegExp>();

function sticky(matcher: DateMatcher): RegExp {
  const known = compiled.get(matcher);
  if (known) return known;
  const pattern = new RegExp(matcher.pattern.source, 'y');
  compiled.set(matcher, pattern);
  return pattern;
}

/** "may" and "march" are months only where something says so: a capital, or a word that introduces a month. */
function isOrdinaryWord(words: readonly Word[], index: number, end: number, reading: DateReading): boolean {
  const word = words[index]!;
  if (
    end - index > 1 ||
    reading.open?.day !== undefined ||
    !['may', 'march', 'mar', 'sat', 'sun', 'dec'].includes(word.folded)
  )
    return false;
  const before = words[index - 1]?.folded ?? '';
  if (
    ['in', 'last', 'this', 'of', 'since', 'during', 'until', 'by', 'early', 'late', 'mid', 'or', 'and'].includes(before)
  )
    return false;
  return !(word.capital && index > 0);
}

/** "For tomorrow" says by when an answer is needed. */
function isDeadline(words: readonly Word[], index: number): boolean {
  return words[index - 1]?.folded === 'for' && ['today', 'tonight', 'tomorrow'].includes(words[index]!.folded);
}

function withOperator(words: readonly Word[], index: number, floor: number) {
  let start = index;
  let operator: DateOperator = 'in';
  for (let step = 0; step < 3; step++) {
    const two = start - 2 >= floor ? `${words[start - 2]!.folded} ${words[start - 1]!.folded}` : '';
    const one = start - 1 >= floor ? words[start - 1]!.folded : '';
    const found = OPERATORS[two] ? 2 : OPERATORS[one] ? 1 : 0;
    if (found === 0) break;
    const named = OPERATORS[found === 2 ? two : one]!;
    // "By the 1993 strikes", "handed over in 2020": what these go with is not the year.
    if ((one === 'by' || one === 'over') && start < index) break;
    start -= found;
    if (named !== 'in') {
      operator = named;
      break;
    }
  }
  return { start, operator };
}

/**
 * The words that dates are made of, by index: of "after the first week of May" all but "after the". What stands in front of
 * a date may ask as well ("how long after"), and what the date itself used up may not.
 */
export function wordsOfDates(words: readonly Word[], dates: readonly DateMention[]): Set<number> {
  return new Set(
    dates.flatMap(({ start, end }) => {
      const own = range(start, end).find((index) => !INTRODUCING.has(words[index]!.folded)) ?? end;
      return range(own, end);
    }),
  );
}

/** "Between 2003 and 2011" means the years between as well, in whatever order the two are named. */
function joined({ spans, ambiguous }: DateReading): Partial<DateReading> {
  const [from, to] = [...spans].sort((a, b) => (a.first < b.first ? -1 : 1));
  return from && to && !ambiguous ? { spans: [{ first: from.first, last: to.last }], granularity: 'range' } : {};
}
