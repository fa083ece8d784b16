import { sql } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import type { ClaimedDelivery, Delivery, NewDelivery } from '../../outbox.ts';
import { inPortions } from '../in-portions.ts';
import type { Queries } from '../in-transaction.ts';
import { dateOf } from '../moments.ts';

/** Puts deliveries into the outbox but for those whose key is there already. Their channels must be locked. */
export async function insertDeliveries(db: Queries, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  for (const portion of inPortions(deliveries)) {
    await db
      .insertInto('outbox')
      .values(portion.map((delivery) => newRow(delivery, now)))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
}

function newRow({ key, team, channel, subscription, message, dueAt }: NewDelivery, now: Date) {
  const due = (dueAt ?? now).getTime();
  return {
    key,
    team_id: team,
    channel_id: channel,
    subscription_id: subscription,
    message: JSON.stringify(message),
    state: 'waiting' as const,
    created_at: now.getTime(),
    not_before: now.getTime(),
    attempts: 0,
    in_doubt: sql<number>`case when (select max(restored_at) from restores) >= ${due} then 1 else 0 end`,
  };
}

export function deliveryOf(row: Tables['outbox']): Delivery {
  return {
    key: row.key,
    team: row.team_id,
    channel: row.channel_id,
    subscription: row.subscription_id,
    message: JSON.parse(row.message) as unknown,
    state: row.state,
    createdAt: new Date(row.created_at),
    notBefore: new Date(row.not_before),
    attempts: row.attempts,
    firstTriedAt: dateOf(row.first_tried_at),
    reason: row.reason,
    posted: row.posted_message_ts === null ? null : { messageTs: row.posted_message_ts, at: new Date(row.posted_at!) },
  };
}

/** A delivery by a row that is claimed. */
export function claimedDeliveryOf(row: Tables['outbox']): ClaimedDelivery {
  return {
    ...deliveryOf(row),
    claim: row.claim!,
    leaseUntil: new Date(row.lease_until!),
    inDoubt: row.in_doubt === 1,
  };
}
