import { expressionBuilder, sql } from 'kysely';
import type { ChannelKey } from '../../channel-settings.ts';
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

/**
 * Sets right when a delivery of channels can be claimed. They must be locked.
 * @param freeAt until when they are left alone; as it stands when absent
 */
export async function settleChannels(db: Queries, channels: readonly ChannelKey[], freeAt?: Date): Promise<void> {
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
        ...(freeAt === undefined ? {} : { free_at: freeAt.getTime() }),
      }))
      .where(among(portion))
      .execute();
  }
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
function inOrder(channels: readonly ChannelKey[]): ChannelKey[] {
  const byKey = new Map(
    channels.map(({ team, channel }) => {
      const key = { team: storableText(team), channel: storableText(channel) };
      return [JSON.stringify([key.team, key.channel]), key] as const;
    }),
  );
  return [...byKey.keys()].sort().map((key) => byKey.get(key)!);
}
