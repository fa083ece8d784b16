/** Where the store's file is. */
export interface SqliteSettings {
  kind: 'sqlite';
  file: string;
  /** Milliseconds to wait for another process that writes; 5,000 when absent. */
  busyTimeout?: number;
}

/** Which PostgreSQL server holds the store. */
export interface PostgresSettings {
  kind: 'postgres';
  /** `postgres://USER:PASSWORD@HOST:PORT/DATABASE`. The name of the field tells the log to leave it out. */
  databaseUrl: string;
  /** Milliseconds after which the server gives a statement up; 30,000 when absent. */
  statementTimeout?: number;
}

export type DatabaseSettings = SqliteSettings | PostgresSettings;

export interface StoreSettings {
  database: DatabaseSettings;
  /** Keys of 32 bytes in base64, for what is encrypted at rest: the first encrypts, all decrypt. */
  encryptionKeys: readonly string[];
  /** Whether the words of questions that found no answer may be kept. */
  keepUnanswered: boolean;
}
