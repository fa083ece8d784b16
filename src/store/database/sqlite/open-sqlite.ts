import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../store-error.ts';
import type { SqliteSettings } from '../../store-settings.ts';
import { type Database, kyselyOver, type Purpose } from '../database.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { damagedFile, explainSqliteFailure, missingFile, SQLITE_BUSY, sqliteCode } from './sqlite-failure.ts';

const BUSY_TIMEOUT = 5_000;

/**
 * Opens the store's file, and checks that it is whole and, to use it, that it can be written to. Only the user who makes
 * the file can read it.
 * @throws StoreError
 */
export function openSqlite(settings: SqliteSettings, purpose: Purpose): Database {
  const file = resolve(settings.file);
  const explain = (error: unknown) => explainSqliteFailure(error, file);
  let database: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) {
      if (purpose === 'look') throw new StoreError(missingFile(file));
      makeFile(file);
    }
    database = new DatabaseSync(file, { timeout: settings.busyTimeout ?? BUSY_TIMEOUT });
    prepareConnection(database);
    checkWhole(database, file);
    if (purpose === 'use') checkWritable(database);
  } catch (error) {
    database?.close();
    throw explain(error);
  }
  const db = kyselyOver(new NodeSqliteDialect(database));
  return { kind: 'sqlite', db, location: file, explain, close: () => close(db, database) };
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

function prepareConnection(database: DatabaseSync): void {
  useWriteAheadLog(database);
  // The log is written to the disk at each commit: what was acknowledged survives a power cut.
  database.exec('pragma synchronous = full; pragma foreign_keys = on');
}

/**
 * Readers and the one writer do not wait for each other then. Where two processes switch a new file over at the same
 * moment, one is told at once that it is busy, without the usual wait: it waits for the other, and looks again.
 */
function useWriteAheadLog(database: DatabaseSync): void {
  for (let attempt = 1; ; attempt++) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_BUSY || attempt === 10) throw error;
      database.exec('begin immediate; rollback');
    }
  }
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
