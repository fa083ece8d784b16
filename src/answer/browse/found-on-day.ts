import { datesOf, type EventDate, spanInYear, tellsOfDays } from '../../calendar/recurrence.ts';
import { addDays, daysBetween, type EdtfDate } from '../../record/edtf.ts';
import type { Held } from './dated-list.ts';

/** A day of the year, whichever year; `month` from 1. */
export interface DayOfYear {
  month: number;
  day: number;
}

/** An event that is told of a day of the year. */
export interface FoundOnDay extends Held {
  /** The one of its dates that comes round then, or the first of those that it has. */
  date: EventDate;
  /** Whether it was on that day for certain; else that day is one of several, in a stretch of days or a month. */
  certain: boolean;
  /** Whether it was on a 29 February, and 28 February stands for it. */
  fromLeapDay: boolean;
}

/** Most days that an event may last to be told on each day of the year that it covers. */
const LONGEST = 14;
/** Any common year, and any leap year, for the days that a date has in such a year. */
const COMMON_YEAR = 2023;
const LEAP_YEAR = 2024;

/**
 * The event as it is told of a day of the year, where it is: one of its dates belongs to that day, or it lasted some days
 * of which that is one, or it was that day at the home clock.
 */
export function foundOnDay(held: Held, { month, day }: DayOfYear): FoundOnDay | undefined {
  const ofTheYear = `-${twoDigits(month)}-${twoDigits(day)}`;
  const year = ofTheYear === '-02-29' ? LEAP_YEAR : COMMON_YEAR;
  const wanted = `${year}${ofTheYear}`;
  const dates = datesOf(held.event);
  const matching = dates.flatMap((date) => {
    const days = tellsOfDays(date.date) ? spanInYear(date.date, year) : undefined;
    const certain = date.date.precision === 'day';
    return days && days.first <= wanted && wanted <= days.last
      ? [{ ...held, date, certain, fromLeapDay: days.fromLeapDay }]
      : [];
  });
  const sure = matching.find(({ certain }) => certain);
  if (sure) return sure;
  const [first] = dates;
  const { when, home } = held.event;
  const lasted = [when, home].some((date) => date && covers(date, ofTheYear));
  return first && lasted ? { ...held, date: first, certain: true, fromLeapDay: false } : matching[0];
}

/** Whether a date is that day of some year, or lasted a few days of which it is one. */
function covers({ first, last, precision }: EdtfDate, ofTheYear: string): boolean {
  if (precision === 'day') return first.endsWith(ofTheYear);
  const days = daysBetween(first, last);
  if (precision !== 'interval' || days >= LONGEST) return false;
  return Array.from({ length: days + 1 }, (_, passed) => addDays(first, passed)).some((day) => day.endsWith(ofTheYear));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
