import type { Word } from '../../record/words.ts';
import { boundedSpan } from './bounded-span.ts';
import { daySpan, monthSpan } from './calendar-words.ts';
import type { DateMention, DaySpan } from './date-mention.ts';

/** Words that lead from the beginning of a span to its end. */
const TO = /^(to|through|thru|until|till|and)$/;

/**
 * Joins neighbouring dates that say one thing together: "from the start of 2012 to the end of 2013" is one span, and
 * "2014 - November 11" one day.
 */
export function joinDates(text: string, words: readonly Word[], dates: readonly DateMention[]): DateMention[] {
  const joined: DateMention[] = [];
  for (const date of dates) {
    const previous = joined.at(-1);
    // "Q4 2022 (Oct-Dec)": what stands in brackets behind a date says the same again.
    if (previous && isAside(text, words, previous, date)) continue;
    const more = previous && listed(text, words, previous, date);
    if (previous && more) {
      joined[joined.length - 1] = { ...more, text: text.slice(words[previous.start]!.start, words[date.end - 1]!.end) };
      continue;
    }
    const span = previous && (spanOf(words, previous, date) ?? dayOf(previous, date));
    if (!previous || !span) {
      joined.push(date);
      continue;
    }
    joined[joined.length - 1] = {
      start: previous.start,
      end: date.end,
      text: text.slice(words[previous.start]!.start, words[date.end - 1]!.end),
      operator: previous.operator,
      spans: [span],
      granularity: span.first === span.last ? 'day' : 'range',
    };
  }
  return joined.map((date) => withYearOf(date, joined));
}

function spanOf(words: readonly Word[], from: DateMention, to: DateMention): DaySpan | undefined {
  const [first, ...others] = from.spans;
  const [last, ...more] = to.spans;
  if (!first || !last || others.length > 0 || more.length > 0 || from.open || to.open) return undefined;
  const between = words.slice(from.end, to.start).map((word) => word.folded);
  const opener = words[from.start]!.folded;
  const leads =
    between.length === 1 && TO.test(between[0]!)
      ? between[0] !== 'and' || opener === 'between'
      : between.length === 0 && to.operator === 'until' && opener === 'from';
  if (!leads || (from.operator !== 'in' && from.operator !== 'since') || first.first > last.last) return undefined;
  return { first: first.first, last: last.last };
}

/** A year and a day of the year that stand side by side. */
function dayOf(year: DateMention, day: DateMention): DaySpan | undefined {
  const [span] = year.spans;
  if (year.granularity !== 'year' || year.spans.length > 1 || !span || day.open?.day === undefined) return undefined;
  if (day.start !== year.end || year.operator !== 'in' || day.operator !== 'in') return undefined;
  return daySpan(Number(span.first.slice(0, 4)), day.open.month, day.open.day);
}

function isAside(text: string, words: readonly Word[], date: DateMention, next: DateMention): boolean {
  const gap = text.slice(words[date.end - 1]!.end, words[next.start]!.start);
  return /^\s*\($/.test(gap) || (gap.includes('(') && !gap.includes(')') && next.start - date.end <= 1);
}

/** "2004, 2005 and 2006" are three years, any of which will do. */
function listed(
  text: string,
  words: readonly Word[],
  date: DateMention,
  next: DateMention,
): Omit<DateMention, 'text'> | undefined {
  const gap = text.slice(words[date.end - 1]!.end, words[next.start]!.start);
  const fits = [date, next].every(
    ({ operator, open, ambiguous, missing }) => operator === 'in' && !open && !ambiguous && !missing,
  );
  if (!fits || date.granularity !== next.granularity || !/^\s*(,|and|or|,\s*and)\s*$/.test(gap)) return undefined;
  if (words[date.start]!.folded === 'between') return undefined;
  return { ...date, end: next.end, spans: [...date.spans, ...next.spans] };
}

/** "Summer 1990 … from July": a month without its year is of the one year that the question names. */
function withYearOf(date: DateMention, all: readonly DateMention[]): DateMention {
  const { open } = date;
  if (!open) return date;
  const years = new Set(
    all.flatMap((other) =>
      other.open || other.operator !== 'in' ? [] : other.spans.map((span) => span.first.slice(0, 4)),
    ),
  );
  const [year] = years;
  if (year === undefined || years.size > 1) return date;
  const span =
    open.day === undefined ? monthSpan(Number(year), open.month) : daySpan(Number(year), open.month, open.day);
  if (!span) return date;
  const { open: _open, ...closed } = date;
  return { ...closed, spans: [boundedSpan(span, date.operator)] };
}
