import type { Accounting, NewDelivery } from '../../outbox.ts';
import { inPortions } from '../in-portions.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { timeOf } from '../moments.ts';
import { lockChannels, settleChannels } from './channels.ts';
import { insertDeliveries } from './deliveries.ts';

/** Accounts for runs of subscriptions, as `OutboxRepository.oweAll` says. */
export function oweAll(db: Queries, accountings: readonly Accounting[], now: Date): Promise<boolean[]> {
  return inTransaction(db, async (db) => {
    const owed = new Set<Accounting>();
    // In an order that is the same for everybody: who waits for the next has none that comes after it.
    const inOrder = [...accountings].sort((one, other) => (one.subscription.id < other.subscription.id ? -1 : 1));
    for (const accounting of inOrder) if (await moveOn(db, accounting)) owed.add(accounting);
    const inTurn = accountings.filter((accounting) => owed.has(accounting));
    await noteRuns(db, inTurn);
    const deliveries = inTurn.flatMap(({ delivery }) => delivery ?? []);
    if (deliveries.length > 0) await putIn(db, deliveries, now);
    return accountings.map((accounting) => owed.has(accounting));
  });
}

/** Gives a subscription its next run. @returns whether it was still to be accounted for */
async function moveOn(db: Queries, { subscription, expected, runs, nextRunAt }: Accounting): Promise<boolean> {
  const told = runs.findLast(({ outcome }) => outcome === 'owed' || outcome === 'empty');
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ next_run_at: timeOf(nextRunAt), ...(told ? { last_run_at: told.at.getTime() } : {}) })
    .where('id', '=', subscription.id)
    .where('team_id', '=', subscription.team)
    .where('next_run_at', '=', expected.getTime())
    .where('paused_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Writes into the ledger what became of runs. */
async function noteRuns(db: Queries, accountings: readonly Accounting[]): Promise<void> {
  const rows = accountings.flatMap(({ subscription, runs }) =>
    runs.map(({ at, outcome }) => ({ subscription_id: subscription.id, run_at: at.getTime(), outcome })),
  );
  for (const portion of inPortions(rows)) {
    await db
      .insertInto('subscription_runs')
      .values(portion)
      // A clock that was put back meets runs that it has accounted for.
      .onConflict((conflict) => conflict.columns(['subscription_id', 'run_at']).doNothing())
      .execute();
  }
}

/** Puts messages into the outbox, as `OutboxRepository.add` says. It must run in a transaction. */
export async function putIn(db: Queries, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  await lockChannels(db, deliveries);
  await insertDeliveries(db, deliveries, now);
  await settleChannels(db, deliveries);
}
