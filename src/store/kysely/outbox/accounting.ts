import type { Accounting, NewDelivery } from '../../outbox.ts';
import { inPortions } from '../in-portions.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { timeOf } from '../moments.ts';
import { lockChannels, settleChannels } from './channels.ts';
import { insertDeliveries } from './deliveries.ts';

/** Accounts for runs of a subscription, as `OutboxRepository.owe` says. */
export function owe(
  db: Queries,
  { subscription, expected, runs, nextRunAt, delivery }: Accounting,
  now: Date,
): Promise<boolean> {
  const told = runs.findLast(({ outcome }) => outcome === 'owed' || outcome === 'empty');
  return inTransaction(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('subscriptions')
      .set({ next_run_at: timeOf(nextRunAt), ...(told ? { last_run_at: told.at.getTime() } : {}) })
      .where('id', '=', subscription.id)
      .where('team_id', '=', subscription.team)
      .where('next_run_at', '=', expected.getTime())
      .where('paused_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    for (const portion of inPortions(runs)) {
      await db
        .insertInto('subscription_runs')
        .values(portion.map(({ at, outcome }) => ({ subscription_id: subscription.id, run_at: at.getTime(), outcome })))
        // A clock that was put back meets runs that it has accounted for.
        .onConflict((conflict) => conflict.columns(['subscription_id', 'run_at']).doNothing())
        .execute();
    }
    if (delivery) await putIn(db, [delivery], now);
    return true;
  });
}

/** Puts messages into the outbox, as `OutboxRepository.add` says. It must run in a transaction. */
export async function putIn(db: Queries, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  await lockChannels(db, deliveries);
  await insertDeliveries(db, deliveries, now);
  await settleChannels(db, deliveries);
}
