import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../store-error.ts';
import type { SqliteSettings } from '../../store-settings.ts';
import { type Database, kyselyOver, type Purpose } from '../database.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { patiently, STANDSTILL } from './patience.ts';
import { damagedFile, explainSqliteFailure, missingFile } from './sqlite-failure.ts';

const BUSY_TIMEOUT = 5_000;

/**
 * Opens the store's file, and checks that it is whole and, to use it, that it can be written to. Only the user who makes
 * the file can read it.
 * @throws StoreError
 */
export async function openSqlite(settings: SqliteSettings, purpose: Purpose): Promise<Database> {
  const file = resolve(settings.file);
  const patience = settings.busyTimeout ?? BUSY_TIMEOUT;
  const explain = (error: unknown) => explainSqliteFailure(error, file);
  try {
    const database = openFile(file, purpose);
    await check(database, file, purpose, patience);
    const db = kyselyOver(new NodeSqliteDialect(database, patience));
    return { kind: 'sqlite', db, location: file, explain, close: () => close(db, database) };
  } catch (error) {
    throw explain(error);
  }
}

function openFile(file: string, purpose: Purpose): DatabaseSync {
  if (!existsSync(file)) {
    if (purpose === 'look') throw new StoreError(missingFile(file));
    makeFile(file);
  }
  return new DatabaseSync(file, { timeout: STANDSTILL });
}

function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    // Another process was faster. An existing file must not be opened here: closing it would let go of SQLite's locks.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

async function check(database: DatabaseSync, file: string, purpose: Purpose, patience: number): Promise<void> {
  try {
    await patiently(patience, () => prepareConnection(database));
    await patiently(patience, () => checkWhole(database, file));
    if (purpose === 'use') await patiently(patience, () => checkWritable(database));
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareConnection(database: DatabaseSync): void {
  // Readers and the one writer do not wait for each other then.
  database.exec('pragma journal_mode = wal');
  // The log is written to the disk at each commit: what was acknowledged survives a power cut.
  database.exec('pragma synchronous = full; pragma foreign_keys = on');
}

function checkWhole(database: DatabaseSync, file: string): void {
  const found = database.prepare('pragma quick_check(1)').get();
  if (found?.quick_check !== 'ok') throw new StoreError(damagedFile(file));
}

/** Writes and takes it back: a file that is read-only is opened without a complaint. */
function checkWritable(database: DatabaseSync): void {
  database.exec('begin immediate; pragma user_version = 1; rollback');
}

async function close(db: Database['db'], database: DatabaseSync): Promise<void> {
  await db.destroy();
  // Kysely closes only what it has used.
  if (database.isOpen) database.close();
}
