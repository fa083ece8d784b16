import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { byName } from '../database/by-name.ts';
import type { Database } from '../database/database.ts';
import { migrationsDone, storeTables, type Within } from '../database/migrate.ts';
import { PRIMARY_KEYS, type RowCounts, type TableName } from '../database/tables.ts';
import { StoreError } from '../store-error.ts';
import { type BackupRow, FORMAT, FORMAT_VERSION, type Footer, type Header } from './format.ts';
import { BACKED_UP } from './tables.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes what a store holds at this moment to a file, while Dateline may go on writing to the store. Installations stay
 * encrypted.
 * @param force whether a file of this name may be replaced
 * @returns how many rows the file holds
 * @throws StoreError
 */
export async function backUp(
  database: Database,
  file: string,
  { now, force }: { now: Date; force: boolean },
): Promise<RowCounts> {
  const path = resolve(file);
  if (['', '-wal', '-shm'].some((end) => path === database.location + end)) throw itself(path);
  const counts: RowCounts = {};
  await writeWhole(path, backupLines(database, now, counts), force);
  return counts;
}

/**
 * The lines of a backup of what a store holds at the moment at which the first line is asked for.
 * @param counts is filled with how many rows there are
 * @throws StoreError
 */
export async function* backupLines(database: Database, now: Date, counts: RowCounts = {}): AsyncGenerator<string> {
  try {
    // Every row is read as it was at one moment.
    const db = await database.db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute();
    try {
      yield* digested(headerAndRows({ ...database, db }, now, counts), counts);
    } finally {
      await db.rollback().execute();
    }
  } catch (error) {
    throw database.explain(error);
  }
}

async function* headerAndRows(within: Within, now: Date, counts: RowCounts): AsyncGenerator<Header | BackupRow> {
  const schema = (await migrationsDone(within)).at(-1);
  if (schema === undefined) throw empty(within.location);
  yield { format: FORMAT, version: FORMAT_VERSION, schema, at: now.toISOString() };
  const tables = await storeTables(within);
  for (const table of tables.filter((name) => BACKED_UP.includes(name))) {
    counts[table] = 0;
    for await (const row of rowsOf(within, table)) {
      counts[table] += 1;
      yield { table, row };
    }
  }
}

function rowsOf({ db }: Within, table: TableName): AsyncIterable<BackupRow['row']> {
  const key: readonly string[] = PRIMARY_KEYS[table];
  const rows = key.reduce(
    (query, column) => query.orderBy(column),
    byName(db).selectFrom(table).selectAll().$castTo<BackupRow['row']>(),
  );
  return rows.stream(500);
}

async function* digested(lines: AsyncIterable<object>, rows: RowCounts): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for await (const value of lines) {
    const line = JSON.stringify(value);
    hash.update(line).update('\n');
    yield line;
  }
  yield JSON.stringify({ rows, sha256: hash.digest('hex') } satisfies Footer);
}

function itself(path: string): StoreError {
  return new StoreError({
    code: 'backup-unwritable',
    problem: `${path} is the store itself`,
    remedy: 'choose another file for the backup',
  });
}

function empty(location: string): StoreError {
  return new StoreError({
    code: 'missing',
    problem: `There is no store in ${location}`,
    remedy: 'check DATABASE_URL and DATELINE_STORE',
  });
}
