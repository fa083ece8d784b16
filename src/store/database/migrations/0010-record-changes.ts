import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** How the record was when it was last noted, and what changed in it. */
export const recordChanges: Migration = {
  async up(db) {
    await db.schema
      .createTable('noted_timelines')
      .addColumn('timeline', 'text', (column) => column.primaryKey().notNull())
      .addColumn('noted_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('noted_events')
      .addColumn('timeline', 'text', (column) => column.notNull().references('noted_timelines.timeline'))
      .addColumn('event_id', 'text', (column) => column.notNull())
      .addColumn('fields', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('noted_events_key', ['timeline', 'event_id'])
      .execute();
    await db.schema
      .createTable('record_changes')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('timeline', 'text', (column) => column.notNull())
      .addColumn('event_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('added', 'changed', 'removed')`))
      .addColumn('fields', 'text', (column) => column.notNull())
      .addColumn('noted_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('record_changes_by_time').on('record_changes').column('noted_at').execute();
  },
  async down(db) {
    await db.schema.dropTable('record_changes').execute();
    await db.schema.dropTable('noted_events').execute();
    await db.schema.dropTable('noted_timelines').execute();
  },
};
