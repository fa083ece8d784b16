import type { Dateline } from '../dateline.ts';
import { type DigestOrder, parseOrder } from '../digest/order.ts';
import { describeError, type Log } from '../log.ts';
import type { DeliveryMetrics } from '../metrics/delivery.ts';
import type { Accounting, NewDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Subscription } from '../store/subscriptions.ts';
import type { Clock } from './clock.ts';
import { DigestComposer } from './compose-message.ts';
import { inTurns } from './in-turns.ts';
import { type Reckoning, reckon } from './reckoning.ts';

/** How many subscriptions are looked up at once, to be put in turns: those of all channels, if they can be. */
const LOOKED_UP = 20_000;

/** How many are accounted for in one transaction: the disk is waited for once, and people who ask wait for few. */
const AT_ONCE = 50;

export interface BookkeeperTools {
  dateline: Dateline;
  store: Store;
  clock: Clock;
  log: Log;
  metrics: DeliveryMetrics;
  /** How old a missed run may be to be told at all, in milliseconds. */
  catchUpMs: number;
  /** Called when something was put into the outbox. */
  owes(): void;
}

/**
 * Puts what is owed into the outbox: for each subscription whose time has come, the digest, and that it was accounted for, in
 * one transaction, some of them together. It may be called at any time, however often and by however many processes.
 */
export class Bookkeeper {
  readonly #tools: BookkeeperTools;
  #underWay: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(tools: BookkeeperTools) {
    this.#tools = tools;
  }

  /** Accounts for all that has come; a call while it works makes it look once more. It throws nothing. */
  account(): Promise<void> {
    this.#again = true;
    this.#underWay ??= this.#rounds().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Begins with no other subscription, and waits for those at hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#underWay;
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await this.#round();
      } catch (error) {
        this.#tools.log.error(describeTrouble(error), 'what is owed could not be worked out; it is at the next tick');
      }
    }
  }

  async #round(): Promise<void> {
    const { store, clock, dateline } = this.#tools;
    const now = await clock.now();
    const composer = new DigestComposer(dateline, store);
    /** Those that could not be accounted for come again with each look-up, and must not keep it from ending. */
    const left = new Set<string>();
    for (;;) {
      const due = await store.subscriptions.due(now, LOOKED_UP + left.size);
      const open = inTurns(due.filter(({ id }) => !left.has(id)));
      if (open.length === 0) return;
      for (let start = 0; start < open.length; start += AT_ONCE) {
        const ids = open.slice(start, start + AT_ONCE).map(({ id }) => id);
        const worked: Worked[] = [];
        // Another process may have accounted for some of them meanwhile.
        for (const subscription of await store.subscriptions.findDue(ids, now)) {
          if (this.#stopped) return;
          const done = await this.#workOut(subscription, composer, now);
          if (done) worked.push(done);
          else left.add(subscription.id);
          // Composing takes time: people who ask meanwhile come first.
          await new Promise(setImmediate);
        }
        for (const { subscription } of await this.#keep(worked, now)) left.add(subscription.id);
      }
    }
  }

  /** Works out what a subscription owes. @returns undefined where that cannot be done */
  async #workOut(subscription: Subscription, composer: DigestComposer, now: Date): Promise<Worked | undefined> {
    try {
      const order = parseOrder(subscription.order);
      const reckoning = reckon(subscription, order.schedule, { now, catchUpMs: this.#tools.catchUpMs });
      if (!reckoning) throw new RangeError('The run of a subscription that was looked up as due has not come');
      const accounting = await accountingOf(subscription, order, reckoning, composer);
      return { subscription, order, reckoning, accounting };
    } catch (error) {
      this.#tools.log.error({ ...idsOf(subscription), ...describeTrouble(error) }, NOT_ACCOUNTED_FOR);
      return undefined;
    }
  }

  /** Keeps what is owed, together where that can be done. @returns those that cannot be accounted for */
  async #keep(worked: readonly Worked[], now: Date): Promise<Worked[]> {
    const { store, log } = this.#tools;
    const accountings = worked.map(({ accounting }) => accounting);
    try {
      const owed = worked.length === 0 ? [] : await store.outbox.oweAll(accountings, now);
      for (const [index, done] of worked.entries()) if (owed[index]) this.#tell(done);
      return [];
    } catch (error) {
      // What ails one of them must not hold up the others.
      if (worked.length > 1) {
        const left: Worked[] = [];
        for (const one of worked) left.push(...(await this.#keep([one], now)));
        return left;
      }
      log.error({ ...idsOf(worked[0]!.subscription), ...describeTrouble(error) }, NOT_ACCOUNTED_FOR);
      return [...worked];
    }
  }

  /** Counts and logs what was kept. */
  #tell({ subscription, order, reckoning, accounting }: Worked): void {
    const { log, metrics, owes } = this.#tools;
    const tooLate = accounting.runs.filter(({ outcome }) => outcome === 'too-late').length;
    const missed = accounting.delivery ? (reckoning.window?.due.length ?? 1) - 1 : 0;
    if (tooLate > 0) metrics.tooLate(tooLate);
    if (missed > 0) metrics.caughtUp(missed);
    if (accounting.delivery) owes();
    const outcomes = accounting.runs.map(({ at, outcome }) => `${at.toISOString()} ${outcome}`).slice(-10);
    const level = tooLate > 0 || missed > 0 ? 'warn' : 'info';
    log[level](
      { ...idsOf(subscription), digest: order.digest, runs: outcomes, next: accounting.nextRunAt },
      'a subscription was accounted for',
    );
  }
}

/** What a subscription owes, as it is worked out and not kept yet. */
interface Worked {
  subscription: Subscription;
  order: DigestOrder;
  reckoning: Reckoning;
  accounting: Accounting;
}

const NOT_ACCOUNTED_FOR = 'a subscription could not be accounted for; it is at the next tick';

function idsOf({ id, team, channel }: Subscription) {
  return { subscription: id, team, channel };
}

async function accountingOf(
  subscription: Subscription,
  order: DigestOrder,
  { runs, nextRunAt, window }: Reckoning,
  composer: DigestComposer,
): Promise<Accounting> {
  const { id, team, channel } = subscription;
  const account = { subscription: { team, id }, expected: subscription.nextRunAt!, nextRunAt };
  if (!window) return { ...account, runs };
  const { empty, message } = await composer.compose(team, order, window);
  if (empty && order.emptyDays === 'silent') {
    return { ...account, runs: runs.map((run) => (run.outcome === 'owed' ? { ...run, outcome: 'empty' } : run)) };
  }
  const delivery: NewDelivery = {
    key: `${id}:${window.until.toISOString()}`,
    team,
    channel,
    subscription: id,
    dueAt: window.until,
    message,
  };
  return { ...account, runs, delivery };
}

function describeTrouble(error: unknown) {
  return error instanceof StoreError ? { code: error.code, remedy: error.remedy } : describeError(error);
}
