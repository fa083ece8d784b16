import { randomUUID } from 'node:crypto';
import { describeError } from '../log.ts';
import type { ClaimedDelivery } from '../store/outbox.ts';
import { StoreError } from '../store/store-error.ts';
import { type AttemptTools, attempt } from './attempt.ts';
import { LEASE, LONGEST_REST } from './retry-policy.ts';

/**
 * How many deliveries a process has under way at once, each to another channel. A call of Slack takes a few tenths of a
 * second: so many keep several hundred channels at their pace.
 */
const AT_ONCE = 200;

/**
 * The least time from one look into the outbox to the next, in milliseconds: what becomes free meanwhile is claimed together,
 * and another process may be about to take what could be claimed.
 */
const SHORTEST = 25;

/** How long to wait before the outbox is looked into again, where the store failed, in milliseconds. */
const AFTER_A_FAILURE = 5_000;

/**
 * Takes what waits in the outbox to its channels: as many at once as there are channels, one a second in each. It works
 * while there is anything that can be posted, and sleeps until something can be; `wake` tells it that there is more.
 */
export class Courier {
  readonly #tools: AttemptTools;
  readonly #holder = randomUUID();
  readonly #underWay = new Map<ClaimedDelivery, Promise<void>>();
  #loop: Promise<void> | undefined;
  #stopped = false;
  /** Ends the present wait, or the next one if none is on. */
  #rouse: (() => void) | undefined;
  #roused = false;

  constructor(tools: AttemptTools) {
    this.#tools = tools;
  }

  /** Begins to deliver, until `stop`. */
  start(): void {
    this.#loop ??= this.#run();
  }

  /** Says that something was put into the outbox. */
  wake(): void {
    this.#roused = true;
    this.#rouse?.();
  }

  /** Takes no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#underWay.values());
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#roused = false;
      // Each post that ends rouses: some of them are waited for.
      const gathered = new Promise<void>((resolve) => this.#tools.clock.after(SHORTEST, resolve));
      const waitMs = await this.#claimAndBegin();
      await this.#sleep(waitMs);
      if (!this.#stopped) await gathered;
    }
  }

  /** Begins with what can be claimed. @returns how long to wait then, in milliseconds; infinite until somebody calls */
  async #claimAndBegin(): Promise<number> {
    const { outbox, clock, log } = this.#tools;
    const limit = AT_ONCE - this.#underWay.size;
    if (limit === 0) return Number.POSITIVE_INFINITY;
    try {
      const now = await clock.now();
      const claimed = await outbox.claim({
        holder: this.#holder,
        besides: [...this.#underWay.keys()],
        now,
        leaseUntil: new Date(now.getTime() + LEASE),
        farthest: new Date(now.getTime() + LONGEST_REST + LEASE),
        limit,
      });
      for (const delivery of claimed) {
        this.#begin(delivery);
        // Making a call takes time: people who ask meanwhile come first.
        await new Promise(setImmediate);
      }
      if (claimed.length === limit) return 0;
      const next = await outbox.nextClaim();
      return next === null ? Number.POSITIVE_INFINITY : Math.max(next.getTime() - now.getTime(), 0);
    } catch (error) {
      log.error(describeTrouble(error), 'the outbox cannot be looked into');
      return AFTER_A_FAILURE;
    }
  }

  #begin(delivery: ClaimedDelivery): void {
    const done = attempt(delivery, this.#tools)
      .catch((error: unknown) => {
        const what = 'what became of a delivery could not be kept; it is looked for later';
        this.#tools.log.error({ delivery: delivery.key, ...describeTrouble(error) }, what);
      })
      .finally(() => {
        this.#underWay.delete(delivery);
        this.wake();
      });
    this.#underWay.set(delivery, done);
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#roused || this.#stopped || ms <= 0) return;
    await new Promise<void>((resolve) => {
      const callOff = Number.isFinite(ms) ? this.#tools.clock.after(ms, resolve) : () => {};
      this.#rouse = () => {
        callOff();
        resolve();
      };
    });
    this.#rouse = undefined;
  }
}

function describeTrouble(error: unknown) {
  return error instanceof StoreError ? { code: error.code, remedy: error.remedy } : describeError(error);
}
