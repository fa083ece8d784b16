import type { Migration } from '../migration.ts';

/** When a backup was brought back: what was due before that may have been posted without this store knowing. */
export const restores: Migration = {
  async up(db) {
    await db.schema
      .createTable('restores')
      .addColumn('restored_at', 'bigint', (column) => column.primaryKey().notNull())
      .execute();
  },
  async down(db) {
    await db.schema.dropTable('restores').execute();
  },
};
