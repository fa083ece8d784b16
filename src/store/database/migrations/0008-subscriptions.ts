import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What channels are to be sent again and again, and the ledger of what became of each run. */
export const subscriptions: Migration = {
  async up(db) {
    await db.schema
      .createTable('subscriptions')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('order_json', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('next_run_at', 'bigint')
      .addColumn('last_run_at', 'bigint')
      .addColumn('snoozed_until', 'bigint')
      .addColumn('paused_reason', 'text')
      .addColumn('paused_at', 'bigint')
      .addCheckConstraint('subscriptions_paused', sql`(paused_reason is null) = (paused_at is null)`)
      .execute();
    await db.schema
      .createIndex('subscriptions_by_team')
      .on('subscriptions')
      .columns(['team_id', 'created_at', 'id'])
      .execute();
    await db.schema
      .createIndex('subscriptions_by_channel')
      .on('subscriptions')
      .columns(['team_id', 'channel_id', 'created_at', 'id'])
      .execute();
    await db.schema
      .createIndex('subscriptions_due')
      .on('subscriptions')
      .columns(['next_run_at', 'id'])
      .where(sql.ref('paused_at'), 'is', null)
      .execute();
    await db.schema
      .createTable('subscription_runs')
      .addColumn('subscription_id', 'text', (column) => column.notNull())
      .addColumn('run_at', 'bigint', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) =>
        column.notNull().check(sql`outcome in ('owed', 'empty', 'snoozed', 'too-late')`),
      )
      .addPrimaryKeyConstraint('subscription_runs_key', ['subscription_id', 'run_at'])
      .execute();
    await db.schema.createIndex('subscription_runs_by_time').on('subscription_runs').column('run_at').execute();
  },
  async down(db) {
    await db.schema.dropTable('subscription_runs').execute();
    await db.schema.dropTable('subscriptions').execute();
  },
};
