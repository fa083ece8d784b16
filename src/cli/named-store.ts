import { connect } from '../store/database/connect.ts';
import type { Database, Purpose } from '../store/database/database.ts';
import { migrate } from '../store/database/migrate.ts';
import { storeOver } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { StoreSettings } from '../store/store-settings.ts';
import { readStoreSettings } from '../store-config.ts';

/**
 * Works with the database that `DATABASE_URL` or `DATELINE_STORE` names, and lets go of it.
 * @throws StoreError, ConfigError
 */
export async function withDatabase<Result>(
  purpose: Purpose,
  work: (database: Database, settings: StoreSettings) => Promise<Result>,
): Promise<Result> {
  const settings = readStoreSettings(process.env);
  const database = await connect(settings.database, purpose);
  try {
    return await work(database, settings);
  } finally {
    await database.close();
  }
}

/**
 * Works with the store in it, brought to the schema of this code; one that is missing is not made.
 * @throws StoreError, ConfigError
 */
export function withStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  return withDatabase('look', async (database, settings) => {
    await migrate(database);
    return work(storeOver(database, settings));
  });
}
