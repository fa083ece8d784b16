import type { DaySpan } from '../calendar/occasion.ts';
import { formatEdtf } from '../record/format-date.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "28 January": a day of the year. */
export function dayOfYear(day: string): string {
  return formatEdtf(day).replace(/ \d+$/, '');
}

/** "Thursday 28 January". */
export function weekdayAndDay(day: string): string {
  return `${WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]} ${dayOfYear(day)}`;
}

/** "25 to 31 January 2027", "30 January to 5 February 2027", "28 January 2027" for one day. */
export function daysInWords({ first, last }: DaySpan): string {
  if (first === last) return formatEdtf(first);
  const [day, month, year] = formatEdtf(first).split(' ');
  if (first.slice(0, 7) === last.slice(0, 7)) return `${day} to ${formatEdtf(last)}`;
  const from = first.slice(0, 4) === last.slice(0, 4) ? `${day} ${month}` : `${day} ${month} ${year}`;
  return `${from} to ${formatEdtf(last)}`;
}

/** "25 to 31 January": days without their year, where they lie in one. */
export function daysOfYear(span: DaySpan): string {
  const words = daysInWords(span);
  return span.first.slice(0, 4) === span.last.slice(0, 4) ? words.replace(/ \d+$/, '') : words;
}

/** "on 28 January", "from 25 to 31 January". */
export function onDays(span: DaySpan): string {
  return span.first === span.last ? `on ${daysOfYear(span)}` : `from ${daysOfYear(span)}`;
}

/** "6 January 08:30": a moment on the clock of an IANA zone. */
export function momentInWords(moment: Date, timeZone: string): string {
  const local = zoned(moment, timeZone);
  return `${dayOfYear(local.toPlainDate().toString())} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

function zoned(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return moment.toTemporalInstant().toZonedDateTimeISO(timeZone);
}
