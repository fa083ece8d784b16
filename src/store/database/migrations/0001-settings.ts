import type { Migration } from '../migration.ts';

/** The settings of channels and of people. */
export const settings: Migration = {
  async up(db) {
    await db.schema
      .createTable('channel_settings')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('answer_without_mention', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('ephemeral', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('timeline', 'text')
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('channel_settings_key', ['team_id', 'channel_id'])
      .execute();
    await db.schema
      .createTable('user_settings')
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('timeline', 'text')
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('user_settings_key', ['team_id', 'user_id'])
      .execute();
  },
  async down(db) {
    await db.schema.dropTable('user_settings').execute();
    await db.schema.dropTable('channel_settings').execute();
  },
};
