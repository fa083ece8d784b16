/**
 * Dates as the Library of Congress's Extended Date/Time Format writes them (ISO 8601-2, levels 0 and 1, and the
 * unspecified digits of level 1): `2020-01-08`, `2020-01`, `2020`, `198X`, `2024-01-2X`, `2024-06~`, `2003/2011`,
 * `2023-10-07/..`, seasons `2024-21` to `2024-24`.
 */
export interface EdtfDate {
  edtf: string;
  /** First day that the date can mean, `YYYY-MM-DD`. */
  first: string;
  /** Last day that the date can mean, `YYYY-MM-DD`. */
  last: string;
  precision: 'day' | 'days' | 'month' | 'season' | 'year' | 'decade' | 'interval';
  /** Qualified with `~` or `%`: about that date. */
  approximate: boolean;
  /** Qualified with `?` or `%`: the source is not sure. */
  uncertain: boolean;
}

/** Thrown for a string that is no EDTF date of the forms above, or names a day that no calendar has. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';
  readonly value: string;

  constructor(value: string, reason: string, options?: { cause?: unknown }) {
    super(`"${value}" is not an EDTF date: ${reason}`, options);
    this.value = value;
  }
}

/** Days before which and after which no record reaches: what an open end of an interval stands for. */
export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';

const SINGLE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|\dX|XX))?(?:-(\d{2}|\dX|XX))?([~?%])?$/;

/** First month of each EDTF season (northern, meteorological): spring begins in March. */
const SEASON_START: Record<string, number> = { '21': 3, '22': 6, '23': 9, '24': 12 };

/**
 * Parses an EDTF string.
 * @throws EdtfError when it is none of the supported forms or no day of the calendar.
 */
export function parseEdtf(value: string): EdtfDate {
  if (!value.includes('/')) return parseSingle(value);
  const { start, end } = endsOf(value);
  const first = start?.first ?? FIRST_DAY;
  const last = end?.last ?? LAST_DAY;
  if (first > last) throw new EdtfError(value, 'the interval ends before it starts');
  return {
    edtf: value,
    first,
    last,
    precision: 'interval',
    approximate: Boolean(start?.approximate || end?.approximate),
    uncertain: Boolean(start?.uncertain || end?.uncertain),
  };
}

/**
 * The two dates of an EDTF interval, each as exact as it is known; an end that is open or unknown is absent.
 * @throws EdtfError when the string is no interval of the supported forms.
 */
export function endsOf(interval: string): { start?: EdtfDate; end?: EdtfDate } {
  const [from = '', to, ...more] = interval.split('/');
  if (to === undefined || more.length > 0) throw new EdtfError(interval, 'an interval has two ends');
  const ends = {
    ...(isOpen(from) ? {} : { start: parseSingle(from) }),
    ...(isOpen(to) ? {} : { end: parseSingle(to) }),
  };
  if (!ends.start && !ends.end) throw new EdtfError(interval, 'an interval needs at least one date');
  return ends;
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function parseSingle(value: string): EdtfDate {
  const match = SINGLE.exec(value);
  if (!match) throw new EdtfError(value, 'write YYYY, YYYY-MM or YYYY-MM-DD, an X for an unknown digit, ~ for "about"');
  const [, year = '', month, day, mark] = match;
  const qualifiers = { approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' };
  const span = (first: string, last: string, precision: EdtfDate['precision']): EdtfDate => ({
    edtf: value,
    first,
    last,
    precision,
    ...qualifiers,
  });
  if (year.includes('X')) {
    if (month !== undefined) throw new EdtfError(value, 'an unknown year has no month');
    return span(`${year.replaceAll('X', '0')}-01-01`, `${year.replaceAll('X', '9')}-12-31`, 'decade');
  }
  if (month === undefined) return span(`${year}-01-01`, `${year}-12-31`, 'year');
  if (month in SEASON_START && day === undefined) return season(value, Number(year), month, span);
  if (month.includes('X')) {
    if (month !== 'XX' || (day !== undefined && day !== 'XX'))
      throw new EdtfError(value, 'an unknown month is written XX');
    return span(`${year}-01-01`, `${year}-12-31`, 'year');
  }
  if (day === undefined || day === 'XX') return span(...monthBounds(value, year, month), 'month');
  if (day.endsWith('X')) {
    const [monthFirst, monthLast] = monthBounds(value, year, month);
    const low = `${year}-${month}-${day[0]}0`;
    const high = `${year}-${month}-${day[0]}9`;
    if (low > monthLast) throw new EdtfError(value, 'the month has no such days');
    return span(low < monthFirst ? monthFirst : low, high > monthLast ? monthLast : high, 'days');
  }
  const plain = `${year}-${month}-${day}`;
  toPlainDate(value, plain);
  return span(plain, plain, 'day');
}

type Span = (first: string, last: string, precision: EdtfDate['precision']) => EdtfDate;

function season(value: string, year: number, code: string, span: Span): EdtfDate {
  const start = toPlainDate(
    value,
    `${String(year).padStart(4, '0')}-${String(SEASON_START[code]).padStart(2, '0')}-01`,
  );
  const last = start.add({ months: 2 });
  if (last.year > 9999) throw new EdtfError(value, 'the record ends with the year 9999');
  return span(start.toString(), last.with({ day: last.daysInMonth }).toString(), 'season');
}

function monthBounds(value: string, year: string, month: string): [string, string] {
  const first = toPlainDate(value, `${year}-${month}-01`);
  return [first.toString(), `${year}-${month}-${String(first.daysInMonth).padStart(2, '0')}`];
}

function toPlainDate(value: string, plain: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(plain, { overflow: 'reject' });
  } catch (cause) {
    throw new EdtfError(value, 'the calendar has no such day', { cause });
  }
}

const DAY_MILLISECONDS = 86_400_000;

/** Whole days from one `YYYY-MM-DD` day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  // Both days are at midnight UTC, where every day has 24 hours.
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
}

/** The day `days` days after a `YYYY-MM-DD` day (before it, when negative). */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whether two spans of days share a day. */
export function overlaps(a: { first: string; last: string }, b: { first: string; last: string }): boolean {
  return a.first <= b.last && b.first <= a.last;
}
