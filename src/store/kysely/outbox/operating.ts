import type { Tables } from '../../database/tables.ts';
import { DELIVERY_STATES, type Delivery, type DeliveryState } from '../../outbox.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { LIST_LIMIT } from '../list-limit.ts';
import { deliveryOf } from './deliveries.ts';
import { retryHeld } from './retrying.ts';

/** One delivery, as `OutboxRepository.find` says. */
export async function find(db: Queries, key: string): Promise<Delivery | undefined> {
  const row = await db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
  return row && deliveryOf(row);
}

/** Deliveries, as `OutboxRepository.list` says. */
export async function list(
  db: Queries,
  { states = DELIVERY_STATES, limit = LIST_LIMIT }: { states?: readonly DeliveryState[]; limit?: number } = {},
): Promise<Delivery[]> {
  // Each state by itself: its oldest are read off the index, and the oldest of all are among them.
  const rows: Tables['outbox'][] = [];
  for (const state of states) {
    rows.push(
      ...(await db
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', state)
        .orderBy('created_at')
        .orderBy('key')
        .limit(limit)
        .execute()),
    );
  }
  return rows.sort(oldestFirst).slice(0, limit).map(deliveryOf);
}

/** Lets held deliveries be tried again, as `OutboxRepository.retry` says. */
export function retry(db: Queries, now: Date, key?: string): Promise<number> {
  return inTransaction(db, (db) => retryHeld(db, now, key === undefined ? {} : { key }));
}

/** Drops a delivery, as `OutboxRepository.drop` says. */
export async function drop(db: Queries, key: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ state: 'dropped' })
    .where('key', '=', key)
    .where('state', 'in', ['waiting', 'held'])
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How many there are, as `OutboxRepository.count` says. */
export async function count(db: Queries): Promise<Record<DeliveryState, number>> {
  const rows = await db
    .selectFrom('outbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts = { waiting: 0, claimed: 0, posted: 0, held: 0, dropped: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

/** Deletes what is over, as `OutboxRepository.purge` says. */
export function purge(db: Queries, before: Date): Promise<number> {
  const time = before.getTime();
  return inTransaction(db, async (db) => {
    const posted = await db.deleteFrom('outbox').where('posted_at', '<', time).executeTakeFirstOrThrow();
    const dropped = await db
      .deleteFrom('outbox')
      .where('state', '=', 'dropped')
      .where('created_at', '<', time)
      .executeTakeFirstOrThrow();
    const runs = await db.deleteFrom('subscription_runs').where('run_at', '<', time).executeTakeFirstOrThrow();
    return Number(posted.numDeletedRows + dropped.numDeletedRows + runs.numDeletedRows);
  });
}

function oldestFirst(one: Tables['outbox'], other: Tables['outbox']): number {
  return one.created_at - other.created_at || (one.key < other.key ? -1 : 1);
}
