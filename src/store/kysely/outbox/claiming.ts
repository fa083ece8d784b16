import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type ChannelKey, nameOfChannel } from '../../channel-settings.ts';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import type { ClaimedDelivery, OutboxRepository } from '../../outbox.ts';
import { inTransaction, type Queries } from '../in-transaction.ts';
import { among, settleChannels } from './channels.ts';
import { claimedDeliveryOf } from './deliveries.ts';

type Request = Parameters<OutboxRepository['claim']>[0];
type Row = Tables['outbox'];

/** When a delivery of a channel can be claimed: word for word what an index is over. */
const MOMENT = sql<number>`(case when due_at > free_at then due_at else free_at end)`;

/** Claims what can be posted now, as `OutboxRepository.claim` says. */
export function claim({ db, kind }: Pick<Database, 'db' | 'kind'>, request: Request): Promise<ClaimedDelivery[]> {
  return inTransaction(db, async (db) => {
    const claimed: Row[] = [];
    while (claimed.length < request.limit) {
      const channels = await lockFreeChannels({ db, kind }, request, request.limit - claimed.length);
      if (channels.length === 0) break;
      const heads = await claimHeads(db, channels, request);
      claimed.push(...heads);
      await settleChannels(
        db,
        heads.map((head) => ({ ...channelOf(head), channelFreeAt: request.leaseUntil })),
      );
      if (heads.length === channels.length) break;
      // What waited there was taken away meanwhile: others may have what it had not.
      const busy = new Set(heads.map((row) => nameOfChannel(channelOf(row))));
      await settleChannels(
        db,
        channels.filter((channel) => !busy.has(nameOfChannel(channel))),
      );
    }
    if (claimed.length === 0) await shortenLeapedRests(db, request);
    return claimed.sort(oldestFirst).map(claimedDeliveryOf);
  });
}

/** When the next delivery can be claimed, as `OutboxRepository.nextClaim` says. */
export async function nextClaim(db: Queries): Promise<Date | null> {
  const row = await db
    .selectFrom('outbox_channels')
    .select(MOMENT.as('moment'))
    .where('due_at', 'is not', null)
    .orderBy(MOMENT)
    .limit(1)
    .executeTakeFirst();
  return row ? new Date(row.moment) : null;
}

/** The channels of which a delivery can be claimed, the longest free first, but for those that others are at. */
async function lockFreeChannels(
  { db, kind }: Pick<Database, 'db' | 'kind'>,
  { now, besides }: Request,
  limit: number,
): Promise<ChannelKey[]> {
  return db
    .selectFrom('outbox_channels')
    .select(['team_id as team', 'channel_id as channel'])
    .where('due_at', '<=', now.getTime())
    .where('free_at', '<=', now.getTime())
    .$if(besides.length > 0, (query) => query.where(({ not }) => not(among(besides))))
    .orderBy(MOMENT)
    .limit(limit)
    .$if(kind === 'postgres', (query) => query.forNoKeyUpdate().skipLocked())
    .execute();
}

/**
 * Lets rests that reach beyond all reason end with a lease that began now: whoever made one by a clock that had leapt has
 * ended by then what it was about. It is done where there is nothing else to do.
 */
async function shortenLeapedRests(db: Queries, { farthest, leaseUntil }: Request): Promise<void> {
  await db
    .updateTable('outbox_channels')
    .set({ free_at: leaseUntil.getTime() })
    .where('due_at', 'is not', null)
    .where('free_at', '>', farthest.getTime())
    .execute();
}

/**
 * Claims of each channel what was claimed and never ended, or else what is oldest of what need not wait. The channels must
 * be locked: only then is what this statement sees what is there.
 */
async function claimHeads(
  db: Queries,
  channels: readonly ChannelKey[],
  { holder, now, leaseUntil }: Request,
): Promise<Row[]> {
  return (
    db
      .updateTable('outbox')
      .set(({ ref, fn, val, eb, case: when }) => ({
        state: 'claimed',
        claim: randomUUID(),
        claimed_by: holder,
        lease_until: leaseUntil.getTime(),
        attempts: eb('attempts', '+', 1),
        first_tried_at: fn.coalesce('first_tried_at', val(now.getTime())),
        in_doubt: when().when('state', '=', 'claimed').then(1).else(ref('in_doubt')).end(),
      }))
      .where('key', 'in', ({ selectFrom }) =>
        selectFrom('outbox_channels')
          .where(among(channels))
          .select(({ fn, selectFrom }) =>
            fn
              .coalesce(
                selectFrom('outbox as broken')
                  .select('broken.key')
                  .whereRef('broken.team_id', '=', 'outbox_channels.team_id')
                  .whereRef('broken.channel_id', '=', 'outbox_channels.channel_id')
                  .where('broken.state', '=', sql.lit('claimed')),
                selectFrom('outbox as oldest')
                  .select('oldest.key')
                  .whereRef('oldest.team_id', '=', 'outbox_channels.team_id')
                  .whereRef('oldest.channel_id', '=', 'outbox_channels.channel_id')
                  .where('oldest.state', '=', sql.lit('waiting'))
                  .where('oldest.not_before', '<=', now.getTime())
                  .orderBy('oldest.created_at')
                  .orderBy('oldest.key')
                  .limit(1),
              )
              .as('key'),
          ),
      )
      // Somebody may drop it at this moment.
      .where('state', 'in', ['waiting', 'claimed'])
      .returningAll()
      .execute()
  );
}

function channelOf(row: Row): ChannelKey {
  return { team: row.team_id, channel: row.channel_id };
}

function oldestFirst(one: Row, other: Row): number {
  return one.created_at - other.created_at || (one.key < other.key ? -1 : 1);
}
