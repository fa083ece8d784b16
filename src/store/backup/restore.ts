import { byName } from '../database/by-name.ts';
import type { Database } from '../database/database.ts';
import { keepOthersOut, migrateTo, migrationsDone, storeTables, type Within } from '../database/migrate.ts';
import { MIGRATIONS, SCHEMA } from '../database/migrations/index.ts';
import type { RowCounts } from '../database/tables.ts';
import { StoreError } from '../store-error.ts';
import { type BackupRow, damaged, newer } from './format.ts';
import { readBackup } from './read-backup.ts';
import { BACKED_UP } from './tables.ts';

/** How many rows are written with one statement: few enough for the number of values that a database takes. */
const BATCH = 100;

/**
 * Brings back what a backup holds, in one transaction: all of it, or nothing and the store stays as it was. A backup of an
 * older Dateline is brought to the schema of this one. What was due by then may have been posted since the backup: it is
 * looked for before it is sent.
 * @param lines of the backup
 * @param replace whether what the store holds may be lost
 * @returns how many rows were brought back
 * @throws StoreError
 */
export async function restore(
  database: Database,
  lines: AsyncIterable<string>,
  { replace, now }: { replace: boolean; now: Date },
): Promise<RowCounts> {
  try {
    return await database.db.transaction().execute(async (db) => {
      const within = { ...database, db };
      await keepOthersOut(within);
      await makeEmpty(within, replace);
      const counts = await fill(within, lines);
      await migrateTo(within, SCHEMA);
      await doubt(within, now);
      return counts;
    });
  } catch (error) {
    throw database.explain(error);
  }
}

async function makeEmpty(within: Within, replace: boolean): Promise<void> {
  // Refuses what a newer Dateline or another program has made.
  await migrationsDone(within);
  const db = byName(within.db);
  for (const table of (await storeTables(within)).reverse()) {
    const row = BACKED_UP.includes(table) && (await db.selectFrom(table).selectAll().limit(1).executeTakeFirst());
    if (row && !replace) throw notEmpty(within.location);
    await db.deleteFrom(table).execute();
  }
}

async function fill(within: Within, lines: AsyncIterable<string>): Promise<RowCounts> {
  const counts: RowCounts = {};
  let batch: BackupRow[] = [];
  for await (const part of readBackup(lines)) {
    if ('format' in part) {
      if (!Object.hasOwn(MIGRATIONS, part.schema)) throw newer(`has the schema ${part.schema}`);
      await migrateTo(within, part.schema);
      continue;
    }
    if (batch.length === BATCH || (batch[0] && batch[0].table !== part.table)) {
      await write(within, batch);
      batch = [];
    }
    batch.push(part);
    counts[part.table] = (counts[part.table] ?? 0) + 1;
  }
  await write(within, batch);
  return counts;
}

async function write(within: Within, batch: readonly BackupRow[]): Promise<void> {
  const table = batch[0]?.table;
  if (table === undefined) return;
  if (!BACKED_UP.some((name) => name === table)) throw damaged('names a table that a store does not have');
  try {
    await byName(within.db)
      .insertInto(table)
      .values(batch.map(({ row }) => row))
      .execute();
  } catch (cause) {
    // A database that fails says so; one that works and refuses a row means the row.
    const { code } = within.explain(cause);
    throw code === 'failed' ? damaged(`holds a row of ${table} that the store cannot take`, { cause }) : cause;
  }
}

/** Notes when the backup was brought back, and that what it owes may have been posted. */
async function doubt({ db }: Within, now: Date): Promise<void> {
  await db.insertInto('restores').values({ restored_at: now.getTime() }).execute();
  await db.updateTable('outbox').set({ in_doubt: 1 }).where('state', 'in', ['waiting', 'held']).execute();
}

function notEmpty(location: string): StoreError {
  return new StoreError({
    code: 'not-empty',
    problem: `The store in ${location} holds something already`,
    remedy: 'back it up first, then replace what it holds with --replace',
  });
}
