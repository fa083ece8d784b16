import type { DaySpan } from './date-mention.ts';

/** Month names in full, January first; every form of at least three letters is read, with or without a point. */
export const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

export const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const SEASON_NAMES = ['spring', 'summer', 'autumn', 'winter'] as const;

export const MONTH =
  '(?:jan(?:uary)?|febr?(?:uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
export const YEAR = '(?:19|20)\\d\\d';
/** A year in full, or its last two digits. */
export const SHORT_YEAR = '(?:(?:19|20)\\d\\d|\\d\\d)';
/** What a number counts where it is no year: "on 8 January 16 missiles". */
export const COUNTED =
  '(?:dead|killed|wounded|injured|hurt|troops|soldiers|servicemen|marines|people|personnel|civilians|men|rockets|missiles|drones|rounds|attacks|strikes|dollars)';
export const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)';

/** The number that an ordinal of a phrase stands for, as in "the second half of 2020". */
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};

/** The number of a day or month as an ISO date has it. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Number of a month (1 to 12) from its name or abbreviation. */
export function monthNumber(name: string): number {
  return MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

/** A day number from its digits, with or without an ordinal ending. */
export function dayNumber(text: string): number {
  return Number.parseInt(text, 10);
}

/** A four-digit year; two digits mean the century that the record's questions are about: 40 to 99 are 19xx. */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year >= 40 ? 1900 + year : 2000 + year;
}

/** One day as a span; nothing where the calendar has no such day. */
export function daySpan(year: number, month: number, day: number): DaySpan | undefined {
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
    return { first: date, last: date };
  } catch {
    return undefined;
  }
}

/** A whole month as a span. */
export function monthSpan(year: number, month: number): DaySpan {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return { first: first.toString(), last: first.with({ day: first.daysInMonth }).toString() };
}

/** A whole year as a span. */
export function yearSpan(year: number): DaySpan {
  const digits = String(year).padStart(4, '0');
  return { first: `${digits}-01-01`, last: `${digits}-12-31` };
}

/** A span widened on both sides by a number of days. */
export function around(day: Temporal.PlainDate, days: number): DaySpan {
  return { first: day.subtract({ days }).toString(), last: day.add({ days }).toString() };
}

/** The week, Monday to Sunday, in which a day lies. */
export function weekOf(day: Temporal.PlainDate): DaySpan {
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return { first: monday.toString(), last: monday.add({ days: 6 }).toString() };
}

/** From the first day of one span to the last of another; nothing where that runs backwards. */
export function through(from: DaySpan | undefined, to: DaySpan | undefined): DaySpan | undefined {
  return from && to && from.first <= to.last ? { first: from.first, last: to.last } : undefined;
}
