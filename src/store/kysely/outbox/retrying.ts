import type { Queries } from '../in-transaction.ts';
import { lockChannels, settleChannels } from './channels.ts';

/**
 * Lets held deliveries be tried again, one, those of a subscription, or all. It must run in a transaction.
 * @returns how many
 */
export async function retryHeld(
  db: Queries,
  now: Date,
  { key, subscription }: { key?: string; subscription?: string },
): Promise<number> {
  const retried = await db
    .updateTable('outbox')
    .set({ state: 'waiting', not_before: now.getTime(), attempts: 0 })
    .where('state', '=', 'held')
    .$if(key !== undefined, (query) => query.where('key', '=', key!))
    .$if(subscription !== undefined, (query) => query.where('subscription_id', '=', subscription!))
    .returning(['team_id as team', 'channel_id as channel'])
    .execute();
  // The channels come after the deliveries here: nobody who has a channel waits for a delivery that is held.
  await lockChannels(db, retried);
  await settleChannels(db, retried);
  return retried.length;
}
