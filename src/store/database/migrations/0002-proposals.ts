import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What readers suggest to the editors. */
export const proposals: Migration = {
  async up(db) {
    await db.schema
      .createTable('proposals')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('team_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('correction', 'event')`))
      .addColumn('event_id', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('date_text', 'text')
      .addColumn('source_url', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('open', 'accepted', 'declined')`))
      .addColumn('decided_by', 'text')
      .addColumn('decided_at', 'bigint')
      .addColumn('posted_channel_id', 'text')
      .addColumn('posted_message_ts', 'text')
      .addCheckConstraint(
        'proposals_decided',
        sql`(state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)`,
      )
      .addCheckConstraint('proposals_posted', sql`(posted_channel_id is null) = (posted_message_ts is null)`)
      .execute();
    await db.schema
      .createIndex('proposals_by_team')
      .on('proposals')
      .columns(['team_id', 'state', 'created_at'])
      .execute();
  },
  async down(db) {
    await db.schema.dropTable('proposals').execute();
  },
};
