import { type Dialect, Kysely } from 'kysely';
import type { StoreError } from '../store-error.ts';
import type { DatabaseSettings } from '../store-settings.ts';
import { StorableText } from './storable-text.ts';
import type { Tables } from './tables.ts';

/** A database that answers, whichever it is. What it holds may still be of another version. */
export interface Database {
  kind: DatabaseSettings['kind'];
  db: Kysely<Tables>;
  /** Where it is, without a password. */
  location: string;
  /** Says what a failure of this database means. A StoreError stays as it is. */
  explain(error: unknown): StoreError;
  /** Lets go of it; may be called again. */
  close(): Promise<void>;
}

/** To use a database it must take changes, and a file that is missing is made; to look into it needs neither. */
export type Purpose = 'use' | 'look';

/** The queries of the store over either database. */
export function kyselyOver(dialect: Dialect): Kysely<Tables> {
  return new Kysely<Tables>({ dialect, plugins: [new StorableText()] });
}
