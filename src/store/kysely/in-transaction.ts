import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** What runs queries: the database, or a transaction of it. */
export type Queries = Kysely<Tables>;

/**
 * Does several things or none of them. Each query sees what others have committed until then: who has waited for a row
 * sees what became of it.
 */
export function inTransaction<Result>(
  db: Queries,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().setIsolationLevel('read committed').execute(work);
}
