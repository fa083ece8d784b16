import type { Clock } from './clock.ts';

/** How fast an app may post in one channel: docs.slack.dev/apis/web-api/rate-limits, "posting messages". */
export class ChannelPace {
  readonly #ms: number;
  readonly #clock: Clock;
  readonly #last = new Map<string, number>();

  /** @param ms milliseconds from one message to the next in a channel; 0 for no limit */
  constructor(ms: number, clock: Clock) {
    this.#ms = ms;
    this.#clock = clock;
  }

  /** Counts a message. @returns the whole seconds to wait, where it comes too soon */
  take(channel: string): number | undefined {
    const now = this.#clock.now();
    const wait = this.#ms - (now - (this.#last.get(channel) ?? Number.NEGATIVE_INFINITY));
    if (wait > 0) return Math.ceil(wait / 1_000);
    if (this.#ms > 0) this.#last.set(channel, now);
    return undefined;
  }
}
