import { byName } from './database/by-name.ts';
import type { Database } from './database/database.ts';
import { migrationsDone, storeTables } from './database/migrate.ts';
import { MIGRATIONS } from './database/migrations/index.ts';
import type { RowCounts } from './database/tables.ts';

export interface StoreStatus {
  /** Which database and where, without a password. */
  location: string;
  /** The last migration that was carried out; undefined where there was none. */
  schema: string | undefined;
  /** How many migrations the next start will carry out. */
  pending: number;
  /** How many rows each table holds. */
  rows: RowCounts;
}

/**
 * What a store is and holds; it is only looked at.
 * @throws StoreError
 */
export async function storeStatus(database: Database): Promise<StoreStatus> {
  try {
    const done = await migrationsDone(database);
    const rows: RowCounts = {};
    for (const table of await storeTables(database)) {
      const { count } = await byName(database.db)
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      rows[table] = count;
    }
    return {
      location: database.kind === 'sqlite' ? `SQLite file ${database.location}` : database.location,
      schema: done.at(-1),
      pending: Object.keys(MIGRATIONS).length - done.length,
      rows,
    };
  } catch (error) {
    throw database.explain(error);
  }
}
