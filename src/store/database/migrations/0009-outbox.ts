import { type Kysely, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** The messages that are owed, and the channels to which they go, each with its pace. */
export const outbox: Migration = {
  async up(db) {
    await db.schema
      .createTable('outbox_channels')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('free_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addPrimaryKeyConstraint('outbox_channels_key', ['team_id', 'channel_id'])
      .execute();
    await db.schema
      .createIndex('outbox_channels_due')
      .on('outbox_channels')
      .columns(['due_at', 'free_at'])
      .where(sql.ref('due_at'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('outbox_channels_next')
      .on('outbox_channels')
      .expression(sql`(case when due_at > free_at then due_at else free_at end)`)
      .where(sql.ref('due_at'), 'is not', null)
      .execute();
    await createOutbox(db);
    await createOutboxIndexes(db);
  },
  async down(db) {
    await db.schema.dropTable('outbox').execute();
    await db.schema.dropTable('outbox_channels').execute();
  },
};

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull().check(sql`length(key) <= 200`))
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'text')
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('waiting', 'claimed', 'posted', 'held', 'dropped')`),
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('not_before', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().check(sql`attempts >= 0`))
    .addColumn('first_tried_at', 'bigint')
    .addColumn('reason', 'text')
    .addColumn('in_doubt', 'integer', (column) => column.notNull())
    .addColumn('claim', 'text')
    .addColumn('claimed_by', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('posted_message_ts', 'text')
    .addColumn('posted_at', 'bigint')
    .addForeignKeyConstraint('outbox_channel', ['team_id', 'channel_id'], 'outbox_channels', ['team_id', 'channel_id'])
    .addCheckConstraint(
      'outbox_claimed',
      sql`(state = 'claimed') = (claim is not null)
        and (claim is null) = (lease_until is null) and (claim is null) = (claimed_by is null)`,
    )
    .addCheckConstraint(
      'outbox_posted',
      sql`(state = 'posted') = (posted_at is not null) and (posted_at is null) = (posted_message_ts is null)`,
    )
    .execute();
}

async function createOutboxIndexes(db: Kysely<unknown>): Promise<void> {
  // At most one delivery of a channel is under way.
  await db.schema
    .createIndex('outbox_claimed_once')
    .on('outbox')
    .unique()
    .columns(['team_id', 'channel_id'])
    .where(sql.ref('state'), '=', sql.lit('claimed'))
    .execute();
  await db.schema
    .createIndex('outbox_oldest')
    .on('outbox')
    .columns(['team_id', 'channel_id', 'created_at', 'key'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
  await db.schema
    .createIndex('outbox_soonest')
    .on('outbox')
    .columns(['team_id', 'channel_id', 'not_before'])
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();
  await db.schema.createIndex('outbox_by_state').on('outbox').columns(['state', 'created_at', 'key']).execute();
  await db.schema.createIndex('outbox_by_subscription').on('outbox').column('subscription_id').execute();
  await db.schema.createIndex('outbox_by_post').on('outbox').column('posted_at').execute();
}
