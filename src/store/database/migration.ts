import type { Kysely } from 'kysely';

/** One step from a schema to the next. It runs in a transaction and in the same way on both databases. */
export interface Migration {
  up(db: Kysely<unknown>): Promise<void>;
  /** The way back, for tables that are empty. */
  down(db: Kysely<unknown>): Promise<void>;
}
