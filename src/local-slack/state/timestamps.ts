import type { Clock } from '../clock.ts';

/** Slack's `ts`: the second and six digits more; unique, and rising whatever the clock does. */
export class Timestamps {
  readonly #clock: Clock;
  #second = 0;
  #ticks = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    this.#second = Math.max(this.#second, Math.floor(this.#clock.now() / 1000));
    this.#ticks += 1;
    return `${String(this.#second).padStart(10, '0')}.${String(this.#ticks).padStart(6, '0')}`;
  }
}

export const isTimestamp = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{1,10}\.\d{1,6}$/.test(value);
