import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { patiently } from './patience.ts';

/** Kysely's own SQLite dialect over Node's own SQLite, for a file that several processes write to. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;
  readonly #patience: number;

  /** @param patience milliseconds to wait for another process that writes */
  constructor(database: DatabaseSync, patience: number) {
    super({ database: adapt(database) });
    this.#database = database;
    this.#patience = patience;
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#database, this.#patience);
  }
}

class PatientDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #patience: number;

  constructor(database: DatabaseSync, patience: number) {
    super({ database: adapt(database) });
    this.#database = database;
    this.#patience = patience;
  }

  /** Everything is done at once, so that who does one thing after the other would let nobody else have a turn. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    await nextTurn();
    return new PatientConnection(await super.acquireConnection(), this.#patience);
  }

  /**
   * Takes the lock to write at once. A transaction that reads first and takes it later fails when another process wrote in
   * between, however long it would wait.
   */
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** SQLite itself takes a transaction back when the disk is full: to do it again would fail, and hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #patience: number;

  constructor(connection: DatabaseConnection, patience: number) {
    this.#connection = connection;
    this.#patience = patience;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return patiently(this.#patience, () => this.#connection.executeQuery<Row>(query));
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.#connection.streamQuery<Row>(query, chunkSize);
  }
}

/** How many statements are kept ready: far more than there are queries of different shapes. */
const MOST_STATEMENTS = 500;

/** Node's SQLite with the face of the package that Kysely was written for. A query that comes again is not compiled again. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const ready = new Map<string, PreparedStatement>();
  return {
    close: () => {
      ready.clear();
      database.close();
    },
    prepare(sql) {
      const known = ready.get(sql);
      if (known) return known;
      const made = prepareStatement(database, sql);
      if (ready.size === MOST_STATEMENTS) ready.clear();
      ready.set(sql, made);
      return made;
    },
  };
}

type PreparedStatement = ReturnType<SqliteDatabase['prepare']>;

function prepareStatement(database: DatabaseSync, sql: string): PreparedStatement {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    // Of a statement of its own: whoever reads row by row must not be disturbed by the next who asks the same.
    iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
  };
}
