import { type Kysely, sql } from 'kysely';
import type { Migration } from '../migration.ts';

/** Tells deliveries that were dealt with from those that a process is dealing with. */
export const settledDeliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('seen_deliveries')
      .addColumn('settled', 'integer', (column) => column.notNull().defaultTo(sql`0`))
      .execute();
  },
  async down(db: Kysely<unknown>) {
    await db.schema.alterTable('seen_deliveries').dropColumn('settled').execute();
  },
};
