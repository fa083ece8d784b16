import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { connect } from '../store/database/connect.ts';
import type { Purpose } from '../store/database/database.ts';
import { storeStatus } from '../store/status.ts';
import { StoreError } from '../store/store-error.ts';
import type { DatabaseSettings } from '../store/store-settings.ts';
import { type Finding, findingsOf } from './finding.ts';

const store = findingsOf('store');

/** Whether the store opens, is whole, fits this code and takes changes. Nothing is made and nothing is changed. */
export async function checkStore(settings: DatabaseSettings): Promise<Finding> {
  try {
    const { location, schema, pending } = await look(settings);
    await withDatabase(settings, 'use', async () => {});
    const todo = pending === 0 ? '' : `; ${pending} migrations are carried out at the next start`;
    return store.ok(`${location}, schema ${schema ?? 'none yet'}${todo}`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'missing' && settings.kind === 'sqlite') return toBeMade(resolve(settings.file));
    return store.problem(error.message);
  }
}

const look = (settings: DatabaseSettings) => withDatabase(settings, 'look', storeStatus);

async function withDatabase<Result>(
  settings: DatabaseSettings,
  purpose: Purpose,
  work: (database: Awaited<ReturnType<typeof connect>>) => Promise<Result>,
): Promise<Result> {
  const database = await connect(settings, purpose);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function toBeMade(file: string): Finding {
  let folder = dirname(file);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return store.ok(`${file} is made at the first start`);
  } catch {
    return store.problem(`${file} cannot be made: let the user who runs Dateline write the folder ${folder}`);
  }
}
