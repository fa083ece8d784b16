import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** What runs queries: the database, or a transaction of it. */
export type Queries = Kysely<Tables>;

/** PostgreSQL ends one of two transactions that wait for each other: postgresql.org/docs/current/errcodes-appendix.html. */
const DEADLOCK_DETECTED = '40P01';

/** How often work is done anew that was ended for the sake of another. */
const MOST_ATTEMPTS = 3;

/**
 * Does several things or none of them. Each query sees what others have committed until then: who has waited for a row
 * sees what became of it.
 * @param work is done again, from the start, where a deadlock ended it
 */
export async function inTransaction<Result>(
  db: Queries,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK_DETECTED || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}
