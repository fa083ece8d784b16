import type { ChannelKey } from './channel-settings.ts';

/** A digest that a channel is to be sent again and again. */
export interface NewSubscription extends ChannelKey {
  /** Who made it. */
  user: string;
  /** What is sent and when, as plain data that can be written as JSON. The store does not look into it. */
  order: unknown;
  /** The first run; null for one that never runs. */
  nextRunAt: Date | null;
}

export interface Subscription extends NewSubscription {
  /** A random UUID. */
  id: string;
  createdAt: Date;
  /** The last run whose digest was made, be it empty; null until then. What is new is new since then. */
  lastRunAt: Date | null;
  /** Until when nothing is sent; null where it is not snoozed. */
  snoozedUntil: Date | null;
  /** Why and since when nothing is sent until somebody resumes it; null where it is not paused. */
  paused: { reason: string; at: Date } | null;
}

/** A subscription of a workspace: none is found through another workspace. */
export interface SubscriptionKey {
  team: string;
  id: string;
}

/** Which subscription is due, and where: light enough that thousands can be looked up at once. */
export type DueSubscription = SubscriptionKey & ChannelKey;

export interface SubscriptionRepository {
  add(subscription: NewSubscription, now: Date): Promise<Subscription>;
  find(key: SubscriptionKey): Promise<Subscription | undefined>;
  /**
   * The subscriptions of a workspace, oldest first.
   * @param filter.channel only those of this channel
   * @param filter.user only those that this person made
   * @param filter.limit how many at most; 100 when absent
   */
  list(team: string, filter?: { channel?: string; user?: string; limit?: number }): Promise<Subscription[]>;
  /**
   * The subscriptions of all workspaces whose next run has come, the longest overdue first; none that is paused.
   * @param limit how many at most
   */
  due(now: Date, limit: number): Promise<DueSubscription[]>;
  /** Of the subscriptions with these ids, those whose next run has come, in the order of the ids; none that is paused. */
  findDue(ids: readonly string[], now: Date): Promise<Subscription[]>;
  /** When the next run of any subscription comes that is not paused; null where none does. */
  nextDue(): Promise<Date | null>;
  /**
   * Ends a subscription, and takes back what waits to be posted for it.
   * @returns what it was; undefined where there is none
   */
  remove(key: SubscriptionKey): Promise<Subscription | undefined>;
  /** Lets nothing be sent until a moment; null ends that. @returns whether there is such a subscription */
  snooze(key: SubscriptionKey, until: Date | null): Promise<boolean>;
  /**
   * Lets a paused subscription go on: what is held back for it is tried again, and the runs that came meanwhile are
   * accounted for.
   * @param times.since what was put into the outbox before that is dropped, since it would be told too late
   * @returns whether there is one that was paused
   */
  resume(key: SubscriptionKey, times: { now: Date; since: Date }): Promise<boolean>;
  /** How many there are, by state. */
  count(): Promise<{ active: number; paused: number }>;
}
