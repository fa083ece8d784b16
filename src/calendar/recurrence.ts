import { type EdtfDate, endsOf, LAST_DAY } from '../record/edtf.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { DaySpan, Occasion } from './occasion.ts';

/** A date of an event that comes round again. */
export interface EventDate {
  part: Occasion['part'];
  date: EdtfDate;
}

/** The days of one year to which a date belongs. */
export interface YearlySpan extends DaySpan {
  fromLeapDay: boolean;
}

/** Dates of intervals once read: they follow from the record, and digests ask for them again and again. */
const read = new WeakMap<TimelineEvent, readonly EventDate[]>();

/**
 * The local dates of an event that come round: its one date; of an interval its start and its end, those that are known.
 * An interval whose ends are one and the same date, such as a single day, has that date alone.
 */
export function datesOf(event: TimelineEvent): readonly EventDate[] {
  const known = read.get(event) ?? readDates(event);
  read.set(event, known);
  return known;
}

function readDates({ when }: TimelineEvent): EventDate[] {
  if (when.precision !== 'interval') return [{ part: 'whole', date: when }];
  const { start, end } = endsOf(when.edtf);
  if (start && end && start.first === end.first && start.last === end.last) {
    const { approximate, uncertain } = when;
    return [{ part: 'whole', date: { ...start, approximate, uncertain } }];
  }
  return [
    ...(start ? [{ part: 'start' as const, date: start }] : []),
    ...(end ? [{ part: 'end' as const, date: end }] : []),
  ];
}

/**
 * The days to which a date belongs in the year `year`, by what is known of it: the day, the same stretch of the month,
 * the month, the season (of a winter, the one that begins in that year) or the year. A 29 February is 28 February in a
 * common year. A stretch, month or season that ends with February ends on its last day, whatever its number.
 * @returns nothing for a decade, of which nobody can say when it comes round
 */
export function spanInYear(date: EdtfDate, year: number): YearlySpan | undefined {
  const { first, last, precision } = date;
  if (precision === 'decade' || precision === 'interval') return undefined;
  const lastYear = year + yearOf(last) - yearOf(first);
  const isDay = precision === 'day';
  const fromLeapDay = isDay && first.endsWith(LEAP_DAY) && !isLeapYear(year);
  const end = isDay ? dayIn(last, lastYear) : wholeFebruary(last, lastYear);
  return {
    first: dayIn(first, year),
    // A winter of the last year of all ends with that year.
    last: end.length > LAST_DAY.length ? LAST_DAY : end,
    fromLeapDay,
  };
}

const LEAP_DAY = '-02-29';
const LAST_OF_FEBRUARY = '-02-28';

/** The year of a `YYYY-MM-DD` day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function dayIn(day: string, year: number): string {
  const ofTheYear = day.endsWith(LEAP_DAY) && !isLeapYear(year) ? LAST_OF_FEBRUARY : day.slice(4);
  return `${String(year).padStart(4, '0')}${ofTheYear}`;
}

function wholeFebruary(last: string, year: number): string {
  return dayIn(last.endsWith(LAST_OF_FEBRUARY) ? `${last.slice(0, 4)}${LEAP_DAY}` : last, year);
}

/** By the Gregorian calendar, as EDTF counts. */
function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a date says on which days of the year it comes round, or at least in which month: a season or a year says too little to be told of a day. */
export function tellsOfDays({ precision }: Pick<EdtfDate, 'precision'>): boolean {
  return precision === 'day' || precision === 'days' || precision === 'month';
}
