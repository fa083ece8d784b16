import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type {
  DueSubscription,
  NewSubscription,
  Subscription,
  SubscriptionKey,
  SubscriptionRepository,
} from '../subscriptions.ts';
import { inPortions } from './in-portions.ts';
import { inTransaction } from './in-transaction.ts';
import { LIST_LIMIT } from './list-limit.ts';
import { dateOf, timeOf } from './moments.ts';
import { retryHeld } from './outbox/retrying.ts';

export class KyselySubscriptions implements SubscriptionRepository {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async add({ team, channel, user, order, nextRunAt }: NewSubscription, now: Date): Promise<Subscription> {
    const row = await this.#db
      .insertInto('subscriptions')
      .values({
        id: randomUUID(),
        team_id: team,
        channel_id: channel,
        user_id: user,
        order_json: JSON.stringify(order),
        created_at: now.getTime(),
        next_run_at: timeOf(nextRunAt),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return subscriptionOf(row);
  }

  async find({ team, id }: SubscriptionKey): Promise<Subscription | undefined> {
    const row = await this.#db
      .selectFrom('subscriptions')
      .selectAll()
      .where('id', '=', id)
      .where('team_id', '=', team)
      .executeTakeFirst();
    return row && subscriptionOf(row);
  }

  async list(
    team: string,
    { channel, user, limit = LIST_LIMIT }: { channel?: string; user?: string; limit?: number } = {},
  ): Promise<Subscription[]> {
    const rows = await this.#db
      .selectFrom('subscriptions')
      .selectAll()
      .where('team_id', '=', team)
      .$if(channel !== undefined, (query) => query.where('channel_id', '=', channel!))
      .$if(user !== undefined, (query) => query.where('user_id', '=', user!))
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(subscriptionOf);
  }

  due(now: Date, limit: number): Promise<DueSubscription[]> {
    return this.#whoseRunHasCome(now)
      .select(['id', 'team_id as team', 'channel_id as channel'])
      .orderBy('next_run_at')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  async findDue(ids: readonly string[], now: Date): Promise<Subscription[]> {
    const found = new Map<string, Subscription>();
    for (const portion of inPortions(ids)) {
      const rows = await this.#whoseRunHasCome(now).selectAll().where('id', 'in', portion).execute();
      for (const row of rows) found.set(row.id, subscriptionOf(row));
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  #whoseRunHasCome(now: Date) {
    return this.#db
      .selectFrom('subscriptions')
      .where('paused_at', 'is', null)
      .where('next_run_at', '<=', now.getTime());
  }

  async nextDue(): Promise<Date | null> {
    const { next } = await this.#db
      .selectFrom('subscriptions')
      .select(({ fn }) => fn.min('next_run_at').as('next'))
      .where('paused_at', 'is', null)
      .executeTakeFirstOrThrow();
    return dateOf(next);
  }

  remove({ team, id }: SubscriptionKey): Promise<Subscription | undefined> {
    return inTransaction(this.#db, async (db) => {
      const removed = await db
        .deleteFrom('subscriptions')
        .where('id', '=', id)
        .where('team_id', '=', team)
        .returningAll()
        .executeTakeFirst();
      if (!removed) return undefined;
      // What was held would be posted by a retry of all that is held.
      await db
        .updateTable('outbox')
        .set({ state: 'dropped' })
        .where('subscription_id', '=', removed.id)
        .where('state', 'in', ['waiting', 'held'])
        .execute();
      return subscriptionOf(removed);
    });
  }

  async snooze({ team, id }: SubscriptionKey, until: Date | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('subscriptions')
      .set({ snoozed_until: timeOf(until) })
      .where('id', '=', id)
      .where('team_id', '=', team)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }

  resume({ team, id }: SubscriptionKey, { now, since }: { now: Date; since: Date }): Promise<boolean> {
    return inTransaction(this.#db, async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('subscriptions')
        .set({ paused_reason: null, paused_at: null })
        .where('id', '=', id)
        .where('team_id', '=', team)
        .where('paused_at', 'is not', null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return false;
      await db
        .updateTable('outbox')
        .set({ state: 'dropped' })
        .where('subscription_id', '=', id)
        .where('state', '=', 'held')
        .where('created_at', '<', since.getTime())
        .execute();
      await retryHeld(db, now, { subscription: id });
      return true;
    });
  }

  async count(): Promise<{ active: number; paused: number }> {
    const { all, paused } = await this.#db
      .selectFrom('subscriptions')
      .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('paused_at').as('paused')])
      .executeTakeFirstOrThrow();
    return { active: all - paused, paused };
  }
}

function subscriptionOf(row: Tables['subscriptions']): Subscription {
  return {
    id: row.id,
    team: row.team_id,
    channel: row.channel_id,
    user: row.user_id,
    order: JSON.parse(row.order_json) as unknown,
    createdAt: new Date(row.created_at),
    nextRunAt: dateOf(row.next_run_at),
    lastRunAt: dateOf(row.last_run_at),
    snoozedUntil: dateOf(row.snoozed_until),
    paused: row.paused_reason === null ? null : { reason: row.paused_reason, at: new Date(row.paused_at!) },
  };
}
