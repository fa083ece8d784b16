import type { DatabaseSettings } from '../store-settings.ts';
import type { Database, Purpose } from './database.ts';

/**
 * Opens a database and checks that it can be used for what is meant. Only the adapter that is used is loaded.
 * @throws StoreError, and leaves nothing open then
 */
export async function connect(settings: DatabaseSettings, purpose: Purpose): Promise<Database> {
  if (settings.kind === 'sqlite') {
    const { openSqlite } = await import('./sqlite/open-sqlite.ts');
    return openSqlite(settings, purpose);
  }
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(settings, purpose);
}
