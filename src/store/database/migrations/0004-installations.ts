import { sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** What Slack handed over at installations, encrypted, and the states of installations under way. */
export const installations: Migration = {
  async up(db) {
    await db.schema
      .createTable('installations')
      .addColumn('owner_kind', 'text', (column) => column.notNull().check(sql`owner_kind in ('team', 'enterprise')`))
      .addColumn('owner_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('installations_key', ['owner_kind', 'owner_id'])
      .execute();
    await db.schema
      .createTable('oauth_states')
      .addColumn('nonce', 'text', (column) => column.primaryKey().notNull())
      .addColumn('payload', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
  },
  async down(db) {
    await db.schema.dropTable('oauth_states').execute();
    await db.schema.dropTable('installations').execute();
  },
};
