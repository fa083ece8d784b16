import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { describeAddress } from '../../src/store/database/postgres/postgres-address.ts';

/** A server on which tests may make databases, schemas and roles. */
export interface TestServer {
  databaseUrl: string;
  /** What the names of everything that the tests make there begin with. */
  prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is no PostgreSQL: what needs one is skipped then. */
    postgres: TestServer | null;
  }
}

const USUAL = 'postgres://postgres@127.0.0.1:5432/test';

/** Finds the PostgreSQL of the tests before they run, and takes away afterwards what they left there. */
export default async function findPostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const named = process.env.TEST_DATABASE_URL;
  const databaseUrl = named ?? USUAL;
  const trouble = await query(databaseUrl, 'select 1').then(
    () => undefined,
    (error: Error) => error,
  );
  if (trouble) {
    const problem = `No PostgreSQL answers: ${describeAddress(databaseUrl)} (${trouble.message})`;
    if (named || process.env.DATELINE_TESTS_NEED_POSTGRES) throw new Error(problem);
    console.warn(`${problem}. The tests over PostgreSQL are skipped; set TEST_DATABASE_URL to run them.`);
    project.provide('postgres', null);
    return undefined;
  }
  const prefix = `dateline_test_${process.pid}_${Date.now().toString(36)}_`;
  project.provide('postgres', { databaseUrl, prefix });
  return () => takeAway(databaseUrl, prefix);
}

async function takeAway(databaseUrl: string, prefix: string): Promise<void> {
  const schemas = await query(databaseUrl, 'select nspname as name from pg_namespace where starts_with(nspname, $1)', [
    prefix,
  ]);
  for (const { name } of schemas) await query(databaseUrl, `drop schema ${name} cascade`);
  const databases = await query(databaseUrl, 'select datname as name from pg_database where starts_with(datname, $1)', [
    prefix,
  ]);
  for (const { name } of databases) await query(databaseUrl, `drop database ${name} with (force)`);
  const roles = await query(databaseUrl, 'select rolname as name from pg_roles where starts_with(rolname, $1)', [
    prefix,
  ]);
  for (const { name } of roles) await query(databaseUrl, `drop role ${name}`);
}

/** Runs one statement over a connection of its own. */
export async function query(
  databaseUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
