import { Cron } from 'croner';
import { remembered } from './remembered.ts';

/**
 * The times of a cron expression on a clock without a zone. UTC stands in for that clock: it never moves, so daylight saving
 * is left to whoever turns a time into a moment. Day of month and day of week join by OR where both are given, as in
 * crontab(5).
 */
export class WallClock {
  readonly #cron: Cron;

  /** @throws TypeError or RangeError for what is no expression of five fields */
  constructor(expression: string) {
    this.#cron = new Cron(expression, { mode: '5-part', timezone: 'UTC', domAndDow: false, paused: true });
  }

  /** The first time after another; null where none comes before the year 10000. */
  next(after: Temporal.PlainDateTime): Temporal.PlainDateTime | null {
    return fromStandIn(this.#cron.nextRun(toStandIn(after)));
  }

  /** The last time before another; null where there was none. */
  previous(before: Temporal.PlainDateTime): Temporal.PlainDateTime | null {
    return fromStandIn(this.#cron.previousRuns(1, toStandIn(before))[0] ?? null);
  }
}

/** The clock of an expression, read once for all who ask. @throws as the constructor does */
export const wallClockOf = remembered(1_000, (expression) => new WallClock(expression));

function toStandIn(time: Temporal.PlainDateTime): Date {
  return new Date(time.toZonedDateTime('UTC').epochMilliseconds);
}

function fromStandIn(date: Date | null): Temporal.PlainDateTime | null {
  if (date === null) return null;
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime();
}
