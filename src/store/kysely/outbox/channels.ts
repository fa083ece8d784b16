import { expressionBuilder, sql } from 'kysely';
import { type ChannelKey, nameOfChannel } from '../../channel-settings.ts';
import { storableText } from '../../database/storable-text.ts';
import type { Tables } from '../../database/tables.ts';
import { inPortions } from '../in-portions.ts';
import type { Queries } from '../in-transaction.ts';

/*
 * A channel's row tells when a delivery of it can be claimed, so that nobody looks through the outbox for one. Who lets
 * deliveries wait or ends a claim locks the rows of the channels, changes the outbox, and then sets them right. What only
 * takes deliveries away need not: a row that names too early a moment is set right by the next claim.
 */

/** Keeps everybody else out of channels until the transaction ends, and makes their rows where there are none. */
export async function lockChannels(db: Queries, channels: readonly ChannelKey[]): Promise<void> {
  for (const portion of inPortions(inOrder(channels))) {
    await db
      .insertInto('outbox_channels')
      .values(portion.map(({ team, channel }) => ({ team_id: team, channel_id: channel, free_at: 0 })))
      .onConflict((conflict) =>
        conflict
          .columns(['team_id', 'channel_id'])
          .doUpdateSet(({ ref }) => ({ free_at: ref('outbox_channels.free_at') })),
      )
      .execute();
  }
}

/** A channel that is set right, and until when it is left alone; as long as it stands there where that is absent. */
type SettledChannel = ChannelKey & { channelFreeAt?: Date | undefined };

/** Sets right when a delivery of channels can be claimed. They must be locked. */
export async function settleChannels(db: Queries, channels: readonly SettledChannel[]): Promise<void> {
  for (const portion of inPortions(inOrder(channels))) {
    await db
      .updateTable('outbox_channels')
      .set(({ selectFrom, exists, case: when }) => ({
        due_at: when()
          .when(
            exists(
              selectFrom('outbox')
                .select('outbox.key')
                .whereRef('outbox.team_id', '=', 'outbox_channels.team_id')
                .whereRef('outbox.channel_id', '=', 'outbox_channels.channel_id')
                .where('outbox.state', '=', sql.lit('claimed')),
            ),
          )
          // At once when the lease ends.
          .then(0)
          .else(
            selectFrom('outbox')
              .select(({ fn }) => fn.min<number | null>('outbox.not_before').as('soonest'))
              .whereRef('outbox.team_id', '=', 'outbox_channels.team_id')
              .whereRef('outbox.channel_id', '=', 'outbox_channels.channel_id')
              .where('outbox.state', '=', sql.lit('waiting')),
          )
          .end(),
        free_at: freeAt(portion),
      }))
      .where(among(portion))
      .execute();
  }
}

/** What `free_at` becomes of each row: each channel has a rest of its own. */
function freeAt(channels: readonly SettledChannel[]) {
  const resting = channels.filter(({ channelFreeAt }) => channelFreeAt !== undefined);
  if (resting.length === 0) return sql<number>`free_at`;
  const cases = resting.map(
    ({ team, channel, channelFreeAt }) =>
      // PostgreSQL takes for a text what it is told nothing about.
      sql`when team_id = ${team} and channel_id = ${channel} then cast(${channelFreeAt!.getTime()} as bigint)`,
  );
  return sql<number>`case ${sql.join(cases, sql` `)} else free_at end`;
}

/** The condition that a row of `outbox_channels` is one of these: by its key, which both databases look up in the index. */
export function among(channels: readonly ChannelKey[]) {
  const { eb, and, or } = expressionBuilder<Tables, 'outbox_channels'>();
  const teams = Map.groupBy(channels, ({ team }) => team);
  return or(
    [...teams].map(([team, own]) =>
      and([
        eb('outbox_channels.team_id', '=', team),
        eb(
          'outbox_channels.channel_id',
          'in',
          own.map(({ channel }) => channel),
        ),
      ]),
    ),
  );
}

/** Each once, in an order that is the same for everybody: who waits for the next holds none that comes after it. */
function inOrder(channels: readonly SettledChannel[]): SettledChannel[] {
  const byKey = new Map(
    channels.map(({ team, channel, channelFreeAt }) => {
      const key = { team: storableText(team), channel: storableText(channel) };
      return [nameOfChannel(key), { ...key, channelFreeAt }] as const;
    }),
  );
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}
