import { type Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { StoreError } from '../../store-error.ts';
import type { PostgresSettings } from '../../store-settings.ts';
import { type Database, kyselyOver, type Purpose } from '../database.ts';
import type { Tables } from '../tables.ts';
import { describeAddress } from './postgres-address.ts';
import { explainPostgresFailure, NO_PERMISSION, READ_ONLY } from './postgres-failure.ts';

const STATEMENT_TIMEOUT = 30_000;
const INT8 = pg.types.builtins.INT8;

/**
 * Connects to a server, and checks that the database has a schema, holds any text and, to use it, takes changes.
 * @throws StoreError
 */
export async function openPostgres(settings: PostgresSettings, purpose: Purpose): Promise<Database> {
  const location = describeAddress(settings.databaseUrl);
  const explain = (error: unknown) => explainPostgresFailure(error, location);
  let db: Kysely<Tables> | undefined;
  try {
    db = kyselyOver(dialect(settings));
    await check(db, location, purpose);
  } catch (error) {
    await db?.destroy();
    throw explain(error);
  }
  return { kind: 'postgres', db, location, explain, close: () => db.destroy() };
}

/** A dialect over a pool of connections, none of which is opened before the first query. */
function dialect({ databaseUrl, statementTimeout = STATEMENT_TIMEOUT }: PostgresSettings): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'dateline',
    max: 5,
    connectionTimeoutMillis: 10_000,
    // Milliseconds and counts: none is larger than what JavaScript counts exactly.
    // Set here and not by the address: a pooler on the way may refuse it there. A connection that ends meanwhile is given up.
    onConnect: async (client) => {
      await client.query(`set statement_timeout = ${statementTimeout}`);
    },
    types: { getTypeParser: (type, format) => (type === INT8 ? Number : pg.types.getTypeParser(type, format)) },
  });
  // The server may close a connection at any time, and an event that nobody hears would end the process. The next query
  // takes another connection, or fails and says why.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool, cursor: Cursor });
}

async function check(db: Kysely<Tables>, location: string, purpose: Purpose): Promise<void> {
  const { rows } = await sql<{ schema: string | null; encoding: string; readonly: string }>`
    select
      current_schema() as schema,
      current_setting('server_encoding') as encoding,
      current_setting('transaction_read_only') as readonly`.execute(db);
  const { schema, encoding, readonly } = rows[0]!;
  if (encoding !== 'UTF8') {
    throw new StoreError({
      code: 'wrong-encoding',
      problem: `The ${location} keeps text as ${encoding}, which does not hold every letter`,
      remedy: 'create it anew with the encoding UTF8',
    });
  }
  const obstacle = schema === null ? NO_PERMISSION : readonly === 'on' && purpose === 'use' ? READ_ONLY : undefined;
  if (obstacle) throw new StoreError({ ...obstacle, problem: obstacle.problem(location) });
}
