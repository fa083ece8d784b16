import type { Clock } from './clock.ts';

/** How long and how many keys are remembered. */
export interface SeenLimits {
  ttlMs: number;
  entries: number;
}

/**
 * Remembers which deliveries were dealt with. Slack sends an event again after one minute and after five when its
 * acknowledgement was lost, and Bolt runs the listener again each time.
 */
export class SeenKeys {
  readonly #clock: Clock;
  readonly #limits: SeenLimits;
  /** Key to the moment it was claimed; in the order of claiming, so that the oldest comes first. */
  readonly #claimed = new Map<string, number>();

  constructor(clock: Clock, limits: SeenLimits = { ttlMs: 15 * 60_000, entries: 20_000 }) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Claims all the keys; false when one of them was claimed before and is still remembered. */
  claim(...keys: string[]): boolean {
    const now = this.#clock().getTime();
    this.#forgetOld(now);
    if (keys.some((key) => this.#claimed.has(key))) return false;
    for (const key of keys) this.#claimed.set(key, now);
    return true;
  }

  /** Gives a key free, for work that failed and may be tried again. */
  release(key: string): void {
    this.#claimed.delete(key);
  }

  #forgetOld(now: number): void {
    for (const [key, claimed] of this.#claimed) {
      if (now - claimed < this.#limits.ttlMs && this.#claimed.size < this.#limits.entries) return;
      this.#claimed.delete(key);
    }
  }
}
