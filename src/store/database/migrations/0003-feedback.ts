import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What people say of answers. */
export const feedback: Migration = {
  async up(db) {
    await db.schema
      .createTable('feedback')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('message_ts', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) =>
        column.notNull().check(sql`verdict in ('right', 'wrong-date', 'bad-source', 'other')`),
      )
      .addColumn('comment', 'text')
      .addColumn('event_ids', 'text', (column) => column.notNull())
      .addColumn('intent', 'text')
      .addColumn('given_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['team_id', 'channel_id', 'message_ts', 'user_id'])
      .execute();
    await db.schema.createIndex('feedback_by_team').on('feedback').columns(['team_id', 'given_at']).execute();
  },
  async down(db) {
    await db.schema.dropTable('feedback').execute();
  },
};
