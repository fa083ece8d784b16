import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, inject } from 'vitest';
import { connect } from '../../src/store/database/connect.ts';
import type { Database, Purpose } from '../../src/store/database/database.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { DatabaseSettings, StoreSettings } from '../../src/store/store-settings.ts';
import { query } from './find-postgres.ts';

export const KEY = Buffer.alloc(32, 1).toString('base64');
export const OTHER_KEY = Buffer.alloc(32, 2).toString('base64');

/** An empty database of one test, and what the test opens of it. All is closed and taken away when the test is over. */
export interface Place {
  settings: DatabaseSettings;
  /** Opens the store; may be called again, for a second connection. */
  open(settings?: Partial<StoreSettings>): Promise<Store>;
  /** Opens the database below the store, as it is. */
  connect(purpose?: Purpose): Promise<Database>;
  /** Closes what was opened, and makes the database as empty as it was at first. */
  empty(): Promise<void>;
  /** Runs a statement behind the store's back. */
  sql(statement: string): Promise<Record<string, unknown>[]>;
}

/** Runs the same tests over each database; those over PostgreSQL are skipped where there is none. */
export function overEachDatabase(name: string, tests: (place: () => Place) => void): void {
  describe(`${name}, over SQLite`, () => tests(useSqlite()));
  wherePostgresIs(`${name}, over PostgreSQL`, () => tests(usePostgres()));
}

/** Tests that need PostgreSQL: skipped where there is none. */
export function wherePostgresIs(name: string, tests: () => void): void {
  describe.skipIf(inject('postgres') === null)(name, tests);
}

/** An SQLite file of each test's own. */
export function useSqlite(): () => Place {
  return placeOfEachTest(sqlitePlace);
}

/** A schema of each test's own on the server of the tests. */
export function usePostgres(): () => Place {
  return placeOfEachTest(makePostgresPlace);
}

/** A place of its own, for what is no test of the store: over SQLite, or over PostgreSQL with `TEST_STORE=postgres`. */
export function makeTestPlace(): Promise<Disposable> {
  return process.env.TEST_STORE === 'postgres' ? makePostgresPlace() : sqlitePlace();
}

export interface Disposable {
  place: Place;
  takeAway(): Promise<void>;
}

function placeOfEachTest(make: () => Promise<Disposable>): () => Place {
  let current: Disposable;
  beforeEach(async () => {
    current = await make();
  });
  afterEach(() => current.takeAway());
  return () => current.place;
}

async function sqlitePlace(): Promise<Disposable> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-store-'));
  const file = join(folder, 'dateline.db');
  return makePlace({
    settings: { kind: 'sqlite', file, busyTimeout: 10_000 },
    async sql(statement) {
      const database = new DatabaseSync(file);
      try {
        return database.prepare(statement).all();
      } finally {
        database.close();
      }
    },
    async empty() {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
    },
    async remove() {
      rmSync(folder, { recursive: true });
    },
  });
}

let schemas = 0;

/** A schema on the server of the tests, for tests that share one. */
export async function makePostgresPlace(): Promise<Disposable> {
  const { databaseUrl: server, prefix } = inject('postgres')!;
  const schema = `${prefix}${process.pid}_${++schemas}`;
  await query(server, `create schema ${schema}`);
  const url = new URL(server);
  // No test cuts the server's power: the disk need not be waited for.
  url.searchParams.set('options', `-c search_path=${schema} -c synchronous_commit=off`);
  return makePlace({
    settings: { kind: 'postgres', databaseUrl: url.href },
    sql: (statement) => query(url.href, statement),
    async empty() {
      await query(server, `drop schema ${schema} cascade`);
      await query(server, `create schema ${schema}`);
    },
    async remove() {
      await query(server, `drop schema ${schema} cascade`);
    },
  });
}

interface Parts extends Pick<Place, 'settings' | 'sql' | 'empty'> {
  remove(): Promise<void>;
}

function makePlace({ settings, sql, empty, remove }: Parts): Disposable {
  let opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(opened.map((each) => each.close()));
    opened = [];
  };
  const place: Place = {
    settings,
    sql,
    async open(overrides = {}) {
      const store = await openStore({ database: settings, encryptionKeys: [KEY], keepUnanswered: true, ...overrides });
      opened.push(store);
      return store;
    },
    async connect(purpose = 'use') {
      const database = await connect(settings, purpose);
      opened.push(database);
      return database;
    },
    async empty() {
      await close();
      await empty();
    },
  };
  return {
    place,
    async takeAway() {
      await close();
      await remove();
    },
  };
}

/** The error that some work ends with; fails where there is none. */
export async function failureOf(work: Promise<unknown>): Promise<Error & { code?: unknown; remedy?: unknown }> {
  try {
    await work;
  } catch (error) {
    return error as Error;
  }
  throw new Error('It did not fail.');
}
