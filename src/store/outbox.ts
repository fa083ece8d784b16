import type { ChannelKey } from './channel-settings.ts';
import type { SubscriptionKey } from './subscriptions.ts';

export const DELIVERY_STATES = ['waiting', 'claimed', 'posted', 'held', 'dropped'] as const;
/**
 * `waiting` to be posted; `claimed` by a process that posts it now; `posted`; `held` back until somebody retries or drops
 * it; `dropped`.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A message that is owed to one channel, once. */
export interface NewDelivery extends ChannelKey {
  /** What tells it from any other, 200 characters at most. Nothing is put into the outbox twice under one key. */
  key: string;
  /** The subscription for which it is; null for a notice to a person or to editors. */
  subscription: string | null;
  /** Since when it is due; now where it is left out. What was due before a backup was brought back is in doubt. */
  dueAt?: Date;
  /** The message as Slack takes it, as plain data that can be written as JSON. The store does not look into it. */
  message: unknown;
}

export interface Delivery extends NewDelivery {
  state: DeliveryState;
  createdAt: Date;
  /** When it is tried next, while it waits. */
  notBefore: Date;
  /** How many times it was claimed, since somebody retried it last. */
  attempts: number;
  /** When it was claimed first; null until then. */
  firstTriedAt: Date | null;
  /** Why it was not posted at the last attempt; null where none failed. */
  reason: string | null;
  /** The posted message; null until then. */
  posted: { messageTs: string; at: Date } | null;
}

/** A delivery that one process has to itself until its lease ends. */
export interface ClaimedDelivery extends Delivery {
  /** What tells this claim from an earlier or later one. */
  claim: string;
  leaseUntil: Date;
  /** Whether an earlier attempt may have reached Slack without anybody knowing: it is looked for before it is sent. */
  inDoubt: boolean;
}

/** What became of a run of a subscription. */
export type RunOutcome = 'owed' | 'empty' | 'snoozed' | 'too-late';

/** How a subscription is accounted for: the runs that have come, what is owed for them, and when the next one comes. */
export interface Accounting {
  subscription: SubscriptionKey;
  /** The next run that the subscription had when this was worked out; where it has another by now, nothing is done. */
  expected: Date;
  /** The runs that have come, oldest first, one at least. */
  runs: readonly { at: Date; outcome: RunOutcome }[];
  nextRunAt: Date | null;
  /** What is owed; absent where nothing is. */
  delivery?: NewDelivery;
}

/** How long a channel is left alone after what was done: until when the next delivery to it waits. */
export interface ChannelRest {
  channelFreeAt: Date;
}

export interface OutboxRepository {
  /**
   * Accounts for runs in one transaction: the ledger, the subscription's next run, and the outbox.
   * @returns false where somebody else did, or the subscription is gone or paused by now; nothing is changed then
   */
  owe(accounting: Accounting, now: Date): Promise<boolean>;
  /**
   * Accounts for runs of several subscriptions in one transaction, each as `owe` does, or for none where it fails.
   * @returns of each what `owe` returns
   */
  oweAll(accountings: readonly Accounting[], now: Date): Promise<boolean[]>;
  /** Puts messages into the outbox that no subscription owes. Those whose key is there already are left out. */
  add(deliveries: readonly NewDelivery[], now: Date): Promise<void>;
  /**
   * Claims what can be posted now: the oldest delivery of each channel that has none under way and is not left alone. A
   * claim that ended without a word leaves its delivery in doubt.
   * @param request.holder what names the process
   * @param request.besides channels of which it has a delivery under way, whatever a clock says of its lease
   * @param request.leaseUntil until when the deliveries are its own; before `farthest`
   * @param request.farthest a rest of a channel that reaches beyond this moment was made by a clock that had leapt: it ends
   *   at `leaseUntil` instead
   * @param request.limit how many at most
   */
  claim(request: {
    holder: string;
    besides: readonly ChannelKey[];
    now: Date;
    leaseUntil: Date;
    farthest: Date;
    limit: number;
  }): Promise<ClaimedDelivery[]>;
  /**
   * When the next delivery can be claimed; null where none waits. It may lie in the past. It may be too early after a
   * delivery was dropped, and lies as far ahead as a clock that had jumped has put it.
   */
  nextClaim(): Promise<Date | null>;
  /** Marks a delivery as posted. @returns whether the claim still held, as with all that follow */
  markPosted(claim: ClaimedDelivery, posted: { messageTs: string; now: Date } & ChannelRest): Promise<boolean>;
  /** Lets a delivery wait for another attempt. */
  postpone(
    claim: ClaimedDelivery,
    why: { notBefore: Date; reason: string; inDoubt: boolean } & ChannelRest,
  ): Promise<boolean>;
  /** Gives a delivery back that was not sent, as if it had not been claimed. */
  release(claim: ClaimedDelivery): Promise<boolean>;
  /** Holds a delivery back until somebody retries it, and puts notices of that into the outbox, in one transaction. */
  hold(
    claim: ClaimedDelivery,
    why: { reason: string; inDoubt: boolean; now: Date; notices: readonly NewDelivery[] } & ChannelRest,
  ): Promise<boolean>;
  /**
   * Pauses the subscriptions of a delivery's channel, holds back what waits for them, and puts notices of that into the
   * outbox, in one transaction.
   * @param why.notices makes the notices of the subscriptions that are paused by this
   * @returns the subscriptions that are paused by this; undefined where the claim did not hold any more
   */
  pauseChannel(
    claim: ClaimedDelivery,
    why: { reason: string; now: Date; notices: (paused: readonly PausedSubscription[]) => readonly NewDelivery[] },
  ): Promise<readonly PausedSubscription[] | undefined>;
  find(key: string): Promise<Delivery | undefined>;
  /**
   * Deliveries, oldest first.
   * @param filter.states only those in these states
   * @param filter.limit how many at most; 100 when absent
   */
  list(filter?: { states?: readonly DeliveryState[]; limit?: number }): Promise<Delivery[]>;
  /** Lets held deliveries be tried again, now and as often as at first; all of them where no key is given. @returns how many */
  retry(now: Date, key?: string): Promise<number>;
  /** Drops a delivery that waits or is held. @returns whether there was one */
  drop(key: string): Promise<boolean>;
  /** How many there are, by state. */
  count(): Promise<Record<DeliveryState, number>>;
  /**
   * Deletes what was posted before a moment, what was dropped and was put into the outbox before it, and what the ledger
   * says of runs before it; returns how many.
   */
  purge(before: Date): Promise<number>;
}

export interface PausedSubscription extends SubscriptionKey {
  channel: string;
  user: string;
}
