import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The same database for queries whose table is known only as they run. */
export function byName(db: Kysely<Tables>): Kysely<Record<string, Record<string, unknown>>> {
  return db as unknown as Kysely<Record<string, Record<string, unknown>>>;
}
