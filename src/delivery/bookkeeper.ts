import type { Dateline } from '../dateline.ts';
import { type DigestOrder, parseOrder } from '../digest/order.ts';
import { describeError, type Log } from '../log.ts';
import type { DeliveryMetrics } from '../metrics/delivery.ts';
import type { Accounting, NewDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Subscription } from '../store/subscriptions.ts';
import type { Clock } from './clock.ts';
import { DigestComposer, owedMessage } from './compose-message.ts';
import { type Reckoning, reckon } from './reckoning.ts';

/** How many subscriptions are looked up at once. */
const BATCH = 100;

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
 * one transaction. It may be called at any time, however often and by however many processes.
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

  /** Begins with no other subscription, and waits for the one at hand. */
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
      const due = await store.subscriptions.due(now, BATCH + left.size);
      const open = due.filter(({ id }) => !left.has(id));
      if (open.length === 0 || this.#stopped) return;
      for (const subscription of open) {
        if (this.#stopped) return;
        if (!(await this.#accountFor(subscription, composer, now))) left.add(subscription.id);
        // Composing takes time: people who ask meanwhile come first.
        await new Promise(setImmediate);
      }
    }
  }

  /** @returns whether it is accounted for now, be it by another process */
  async #accountFor(subscription: Subscription, composer: DigestComposer, now: Date): Promise<boolean> {
    const { store, log, metrics, catchUpMs, owes } = this.#tools;
    const ids = { subscription: subscription.id, team: subscription.team, channel: subscription.channel };
    try {
      const order = parseOrder(subscription.order);
      const reckoning = reckon(subscription, order.schedule, { now, catchUpMs });
      if (!reckoning) return true;
      const accounting = await accountingOf(subscription, order, reckoning, composer);
      if (!(await store.outbox.owe(accounting, now))) return true;
      const tooLate = accounting.runs.filter(({ outcome }) => outcome === 'too-late').length;
      const missed = accounting.delivery ? (reckoning.window?.due.length ?? 1) - 1 : 0;
      if (tooLate > 0) metrics.tooLate(tooLate);
      if (missed > 0) metrics.caughtUp(missed);
      if (accounting.delivery) owes();
      const outcomes = accounting.runs.map(({ at, outcome }) => `${at.toISOString()} ${outcome}`).slice(-10);
      const level = tooLate > 0 || missed > 0 ? 'warn' : 'info';
      log[level](
        { ...ids, digest: order.digest, runs: outcomes, next: accounting.nextRunAt },
        'a subscription was accounted for',
      );
      return true;
    } catch (error) {
      log.error(
        { ...ids, ...describeTrouble(error) },
        'a subscription could not be accounted for; it is at the next tick',
      );
      return false;
    }
  }
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
  const digest = await composer.compose(team, order, window);
  if (digest.empty && order.emptyDays === 'silent') {
    return { ...account, runs: runs.map((run) => (run.outcome === 'owed' ? { ...run, outcome: 'empty' } : run)) };
  }
  const delivery: NewDelivery = {
    key: `${id}:${window.until.toISOString()}`,
    team,
    channel,
    subscription: id,
    message: owedMessage(digest, window.until),
  };
  return { ...account, runs, delivery };
}

function describeTrouble(error: unknown) {
  return error instanceof StoreError ? { code: error.code, remedy: error.remedy } : describeError(error);
}
