import { sql } from 'kysely';
import type { ClaimedDelivery, OutboxRepository, PausedSubscription } from '../../outbox.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { settleChannels } from './channels.ts';
import { AT_ONCE, endClaim, unlessRemoved } from './ending.ts';

type Reason = Parameters<OutboxRepository['pauseChannel']>[1];

/** Ends the transaction with nothing done. */
class ClaimLost extends Error {}

/** Pauses what a channel is sent, as `OutboxRepository.pauseChannel` says. */
export async function pauseChannel(
  db: Queries,
  claim: ClaimedDelivery,
  { reason, now, notices }: Reason,
): Promise<readonly PausedSubscription[] | undefined> {
  try {
    return await inTransaction(db, async (db) => {
      // Before the channel is locked, in the order in which who accounts for a run takes the two.
      const paused = await pauseSubscriptions(db, claim, { reason, now });
      const held = await endClaim(db, claim, {
        row: { state: unlessRemoved('held'), reason },
        channelFreeAt: AT_ONCE,
        notices: { deliveries: notices(paused), now },
      });
      if (!held) throw new ClaimLost();
      await holdBack(db, claim, reason);
      await settleChannels(db, [claim]);
      return paused;
    });
  } catch (error) {
    if (error instanceof ClaimLost) return undefined;
    throw error;
  }
}

async function pauseSubscriptions(
  db: Queries,
  { team, channel }: ClaimedDelivery,
  { reason, now }: Pick<Reason, 'reason' | 'now'>,
): Promise<PausedSubscription[]> {
  const rows = await db
    .updateTable('subscriptions')
    .set({ paused_reason: reason, paused_at: now.getTime() })
    .where('team_id', '=', team)
    .where('channel_id', '=', channel)
    .where('paused_at', 'is', null)
    .returning(['team_id', 'id', 'channel_id', 'user_id', 'created_at'])
    .execute();
  return rows
    .sort((one, other) => one.created_at - other.created_at || (one.id < other.id ? -1 : 1))
    .map((row) => ({ team: row.team_id, id: row.id, channel: row.channel_id, user: row.user_id }));
}

/** Holds back what waits for the subscriptions of a channel; notices to it do not. */
async function holdBack(db: Queries, { team, channel }: ClaimedDelivery, reason: string): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'held', reason })
    .where('team_id', '=', team)
    .where('channel_id', '=', channel)
    .where('state', '=', sql.lit('waiting'))
    .where('subscription_id', 'is not', null)
    .execute();
}
