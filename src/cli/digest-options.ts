import { InvalidArgumentError } from 'commander';

/** Years whose days can be told: a month and more before and after them is in the calendar, too. */
const YEARS = { first: 1, last: 9990 };

/** A day that was typed, `YYYY-MM-DD`. @throws InvalidArgumentError where it is none */
export function parseDay(value: string): string {
  const example = 'Write a day as YYYY-MM-DD, for example 2026-01-08';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new InvalidArgumentError(`${example}.`);
  try {
    const { year } = Temporal.PlainDate.from(value, { overflow: 'reject' });
    if (year < YEARS.first || year > YEARS.last) {
      throw new InvalidArgumentError(`${example}; years go from ${YEARS.first} to ${YEARS.last}.`);
    }
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(`The calendar has no such day. ${example}.`);
    throw error;
  }
}

/** An IANA time zone that was typed. @throws InvalidArgumentError where none has that name */
export function parseTimeZone(value: string): string {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
  } catch {
    throw new InvalidArgumentError('Write an IANA time zone, for example Europe/London.');
  }
  return value;
}

/** A reader of whole numbers within bounds, both allowed; what it reads throws InvalidArgumentError otherwise. */
export function parseWholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? `Write a whole number, ${least} or more.`
        : `Write a whole number from ${least} to ${most}.`,
    );
  };
}
