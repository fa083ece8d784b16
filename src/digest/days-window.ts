import { addDays } from '../record/edtf.ts';
import type { DigestWindow } from './digest.ts';

/**
 * The window of a digest that is asked for without a schedule: it stands for so many days and is due when the first begins.
 * @param first `YYYY-MM-DD`
 */
export function daysWindow(first: string, days: number, timeZone: string): DigestWindow {
  const beginning = (day: string) => new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
  return {
    days: { first, last: addDays(first, days - 1) },
    since: beginning(addDays(first, -1)),
    until: beginning(first),
    due: [beginning(first)],
    late: false,
  };
}
