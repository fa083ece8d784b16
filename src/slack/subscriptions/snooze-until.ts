import { localDay } from '../../calendar/local-day.ts';

/** The moment at which a day begins on the clock of a zone. @param day `YYYY-MM-DD` @throws RangeError for no such day */
export function startOfDay(day: string, timeZone: string): Date {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}

/** The beginning of the day that is a week on, on the clock of a zone. */
export function weekFrom(now: Date, timeZone: string): Date {
  return laterBy({ days: 7 }, now, timeZone);
}

/** The beginning of the day that lies a duration ahead, on the clock of a zone. */
export function laterBy(duration: Temporal.DurationLike, now: Date, timeZone: string): Date {
  return startOfDay(Temporal.PlainDate.from(localDay(now, timeZone)).add(duration).toString(), timeZone);
}
