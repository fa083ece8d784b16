import { StoreError, type StoreProblem } from '../../store-error.ts';

/** Primary result codes of SQLite; sqlite.org/rescode.html. */
export const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

/** The primary result code of an error that SQLite gave; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : undefined;
}

export function missingFile(file: string): StoreProblem {
  return {
    code: 'missing',
    problem: `There is no store at ${file}`,
    remedy: 'check DATELINE_STORE and the folder in which you are, or start Dateline once, which creates it',
  };
}

export function damagedFile(file: string): StoreProblem {
  return {
    code: 'corrupt',
    problem: `The store ${file} is damaged or is no SQLite database`,
    remedy:
      'check DATELINE_STORE, or move the file aside together with those beside it that end in -wal and -shm and bring the newest backup back with "dateline store restore"',
  };
}

/**
 * A failure of SQLite or of the file system as a StoreError; a StoreError as it stands.
 * @param file the path of the store's file
 */
export function explainSqliteFailure(error: unknown, file: string): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError(problemOf(error, file), { cause: error });
}

function problemOf(error: unknown, file: string): StoreProblem {
  const { code = 'unknown', errcode } = error as { code?: string; errcode?: number };
  switch (sqliteCode(error) ?? code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {
        code: 'locked',
        problem: `Another process keeps the store ${file} locked`,
        remedy: 'wait until it is done, or stop it, and try again',
      };
    case SQLITE_READONLY:
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        code: 'read-only',
        problem: `The store ${file} cannot be written to`,
        remedy: 'let the user who runs Dateline write the file and its folder, or set DATELINE_STORE to another file',
      };
    case SQLITE_FULL:
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'full',
        problem: `There is no space left for the store ${file}`,
        remedy: 'free some space on its disk; what was stored before is whole',
      };
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return damagedFile(file);
    case SQLITE_CANTOPEN:
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENAMETOOLONG':
      return {
        code: 'cannot-open',
        problem: `The store ${file} cannot be opened`,
        remedy: 'set DATELINE_STORE to a file in a folder that the user who runs Dateline can use',
      };
    case SQLITE_IOERR:
      return {
        code: 'failed',
        problem: `The disk that holds the store ${file} fails (${errcode})`,
        remedy: 'see the log of the system for the disk, and make a backup elsewhere',
      };
    default:
      return {
        code: 'failed',
        problem: `The store ${file} cannot do what it was asked for (${errcode ?? code})`,
        remedy: 'this is a defect: report it with the number',
      };
  }
}
