import { describeError, type Log } from '../log.ts';
import type { SlackMetrics } from '../metrics/slack.ts';
import type { SeenDeliveryRepository } from '../store/seen-deliveries.ts';
import { StoreError } from '../store/store-error.ts';
import type { Clock } from './clock.ts';

/** How long a process has a delivery to itself, in milliseconds. It is less than Slack waits before it repeats one again. */
export const LEASE = 30_000;
/** How long it is remembered that a delivery was dealt with: Slack repeats one for some six minutes. */
const REMEMBERED = 60 * 60_000;
/** How often what has expired is forgotten. */
const PURGE_EVERY = 10 * 60_000;

/** Thrown for a delivery with which another process is dealing. Slack is to bring it again, lest that process dies. */
export class DeliveryHeldError extends Error {
  override readonly name = 'DeliveryHeldError';

  constructor() {
    super('Another process is dealing with this delivery.');
  }
}

/**
 * Sees to it that what Slack sends is dealt with once, whichever process receives it and however often. Slack sends an event
 * again at once, after one minute and after five when its acknowledgement was lost, and Bolt runs the listener each time.
 */
export class Claims {
  readonly #deliveries: SeenDeliveryRepository;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #duplicate: SlackMetrics['duplicate'];
  /** What this process is dealing with, by key. */
  readonly #running = new Map<string, Promise<boolean>>();
  #purged = Number.NEGATIVE_INFINITY;

  constructor(
    deliveries: SeenDeliveryRepository,
    { clock, log, duplicate = () => {} }: { clock: Clock; log: Log; duplicate?: SlackMetrics['duplicate'] },
  ) {
    this.#deliveries = deliveries;
    this.#clock = clock;
    this.#log = log;
    this.#duplicate = duplicate;
  }

  /**
   * Does some work, unless it was done already. The same work in this process is waited for.
   * @param key what tells the delivery from any other
   * @returns whether the work was done now and here
   * @throws DeliveryHeldError where another process does it; what the work throws, after which it may be tried again
   */
  once(key: string, work: () => Promise<unknown>): Promise<boolean> {
    const running = this.#running.get(key);
    if (running) {
      this.#duplicate('under-way');
      return running.then(
        () => false,
        () => {
          // The failure is reported by the delivery that began the work.
          throw new DeliveryHeldError();
        },
      );
    }
    const run = this.#claimAndDo(key, work).finally(() => this.#running.delete(key));
    this.#running.set(key, run);
    return run;
  }

  async #claimAndDo(key: string, work: () => Promise<unknown>): Promise<boolean> {
    const now = this.#clock().getTime();
    void this.#purge(now);
    const claim = await this.#deliveries.claim(key, { now: new Date(now), until: new Date(now + LEASE) });
    if (claim !== 'claimed') this.#duplicate(claim === 'held' ? 'under-way' : claim);
    if (claim === 'settled') return false;
    if (claim === 'held') throw new DeliveryHeldError();
    try {
      await work();
    } catch (error) {
      await this.#tidy(this.#deliveries.release(key));
      throw error;
    }
    await this.#tidy(this.#deliveries.settle(key, new Date(this.#clock().getTime() + REMEMBERED)));
    return true;
  }

  async #purge(now: number): Promise<void> {
    if (now - this.#purged < PURGE_EVERY) return;
    this.#purged = now;
    await this.#tidy(this.#deliveries.purge(new Date(now)));
  }

  /** What is done for good order only: the work itself neither fails nor is repeated because of it. */
  async #tidy(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      const failure = error instanceof StoreError ? { code: error.code, remedy: error.remedy } : describeError(error);
      this.#log.warn(failure, 'the store could not keep what became of a delivery');
    }
  }
}
