import { sql, type Transaction, type Updateable } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { ClaimedDelivery, NewDelivery, OutboxRepository } from '../../outbox.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { lockChannels, settleChannels } from './channels.ts';
import { insertDeliveries } from './deliveries.ts';

type Reason<Method extends 'postpone' | 'hold'> = Parameters<OutboxRepository[Method]>[1];

/** What a delivery's row holds of a claim that has ended. */
export const UNCLAIMED = { claim: null, claimed_by: null, lease_until: null } as const;
/** A moment that has passed, for a channel that need not rest. */
export const AT_ONCE = new Date(0);

/** Lets a delivery wait, as `OutboxRepository.postpone` says. */
export function postpone(
  db: Queries,
  claim: ClaimedDelivery,
  { notBefore, reason, inDoubt, channelFreeAt }: Reason<'postpone'>,
): Promise<boolean> {
  return inTransaction(db, (db) =>
    endClaim(db, claim, {
      row: { state: unlessRemoved('waiting'), not_before: notBefore.getTime(), reason, in_doubt: Number(inDoubt) },
      channelFreeAt,
    }),
  );
}

/** Gives a delivery back, as `OutboxRepository.release` says. */
export function release(db: Queries, claim: ClaimedDelivery): Promise<boolean> {
  return inTransaction(db, (db) =>
    endClaim(db, claim, {
      row: {
        state: unlessRemoved('waiting'),
        attempts: sql<number>`attempts - 1`,
        first_tried_at: sql<number | null>`case when attempts = 1 then null else first_tried_at end`,
      },
      channelFreeAt: AT_ONCE,
    }),
  );
}

/** Holds a delivery back, as `OutboxRepository.hold` says. */
export function hold(
  db: Queries,
  claim: ClaimedDelivery,
  { reason, inDoubt, now, notices, channelFreeAt }: Reason<'hold'>,
): Promise<boolean> {
  return inTransaction(db, (db) =>
    endClaim(db, claim, {
      row: { state: unlessRemoved('held'), reason, in_doubt: Number(inDoubt) },
      channelFreeAt,
      notices: { deliveries: notices, now },
    }),
  );
}

interface End {
  /** What becomes of the delivery's row. */
  row: {
    [Column in keyof Updateable<Tables['outbox']>]:
      | Updateable<Tables['outbox']>[Column]
      | ReturnType<typeof sql<Tables['outbox'][Column]>>;
  };
  channelFreeAt: Date;
  /** What is put into the outbox with it. */
  notices?: { deliveries: readonly NewDelivery[]; now: Date };
}

/** Ends a claim, if it still holds. @returns whether it did */
export async function endClaim(
  db: Transaction<Tables>,
  claim: ClaimedDelivery,
  { row, channelFreeAt, notices }: End,
): Promise<boolean> {
  await lockChannels(db, [claim, ...(notices?.deliveries ?? [])]);
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ ...UNCLAIMED, ...row })
    .where('key', '=', claim.key)
    .where('claim', '=', claim.claim)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await settleChannels(db, [{ ...claim, channelFreeAt }]);
  if (notices) {
    await insertDeliveries(db, notices.deliveries, notices.now);
    await settleChannels(db, notices.deliveries);
  }
  return true;
}

/** The state of a delivery that was not posted: nobody wants it any more where its subscription was removed meanwhile. */
export function unlessRemoved(state: 'waiting' | 'held') {
  return sql<'waiting' | 'held' | 'dropped'>`case
    when subscription_id is null or exists (select 1 from subscriptions where id = outbox.subscription_id)
    then ${sql.lit(state)} else 'dropped' end`;
}
