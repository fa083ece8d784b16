import type { Migration } from '../migration.ts';

/** Which deliveries were dealt with. */
export const seenDeliveries: Migration = {
  async up(db) {
    await db.schema
      .createTable('seen_deliveries')
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('seen_deliveries_by_expiry').on('seen_deliveries').column('expires_at').execute();
  },
  async down(db) {
    await db.schema.dropTable('seen_deliveries').execute();
  },
};
