import { backUp } from '../store/backup/back-up.ts';
import { readLines } from '../store/backup/read-lines.ts';
import { restore } from '../store/backup/restore.ts';
import type { RowCounts } from '../store/database/tables.ts';
import { storeStatus } from '../store/status.ts';
import type { Console } from './console.ts';
import { withDatabase, withStore } from './named-store.ts';

/** Prints where the store is and what it holds. */
export async function showStatus(console: Console): Promise<void> {
  const { location, schema, pending, rows } = await withDatabase('look', storeStatus);
  const todo = pending === 0 ? 'up to date' : `${pending} to come at the next start`;
  console.out(`store   ${location}\nschema  ${schema ?? 'none'} (${todo})\n`);
  for (const [table, count] of Object.entries(rows)) console.out(`${String(count).padStart(6)}  ${table}\n`);
}

/** Writes a backup and prints how many rows it holds. */
export async function backUpStore(file: string, force: boolean, console: Console): Promise<void> {
  const [location, rows] = await withDatabase('look', async (database) => [
    database.location,
    await backUp(database, file, { now: new Date(), force }),
  ]);
  console.out(`${total(rows)} of ${location} are backed up in ${file}\n`);
}

/** Restores a backup and prints how many rows it held. */
export async function restoreStore(file: string, replace: boolean, console: Console): Promise<void> {
  const [location, rows] = await withDatabase('use', async (database) => [
    database.location,
    await restore(database, readLines(file), { replace, now: new Date() }),
  ]);
  console.out(`${total(rows)} of ${file} are restored in ${location}\n`);
}

/** Encrypts anew what is not encrypted with the first key. */
export async function reencryptStore(console: Console): Promise<void> {
  const count = await withStore(({ installations }) => installations.reencrypt());
  console.out(`${count} installations are encrypted anew\n`);
}

function total(rows: RowCounts): string {
  const sum = Object.values(rows).reduce((total, count) => total + count, 0);
  return `${sum} rows`;
}
