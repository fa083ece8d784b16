import { type Kysely, sql } from 'kysely';
import { StoreError } from '../store-error.ts';
import type { Database } from './database.ts';
import { MIGRATIONS, SCHEMA } from './migrations/index.ts';
import { TABLE_NAMES, type TableName, type Tables } from './tables.ts';

/** What looks at the tables or changes them: a database, or a transaction of it. */
export type Within = Pick<Database, 'kind' | 'location' | 'db' | 'explain'>;

/**
 * Brings the tables to the schema of this code. Of several processes that start at once, one does it while the others
 * wait. Either all of it happens or nothing.
 * @throws StoreError `newer` when a newer Dateline has changed the store, `foreign` when it is another program's database
 */
export async function migrate(database: Database): Promise<void> {
  try {
    await database.db.transaction().execute(async (db) => {
      const within = { ...database, db };
      await keepOthersOut(within);
      await migrateTo(within, SCHEMA);
    });
  } catch (error) {
    throw database.explain(error);
  }
}

/**
 * Brings the tables to a schema, forwards or backwards. It must run in a transaction that keeps other processes out.
 * @param schema the name of the last migration that shall have been carried out
 */
export async function migrateTo(database: Within, schema: string): Promise<void> {
  const { db } = database;
  // A migration meets the tables as they were in its time.
  const tables = db as Kysely<unknown>;
  const done = await migrationsDone(database);
  const names = Object.keys(MIGRATIONS);
  const wanted = names.slice(0, names.indexOf(schema) + 1);
  // Asked for only then: PostgreSQL wants the right to create tables even where the table is there.
  if (done.length === 0) await createMigrationTable(db);
  for (const name of wanted.filter((name) => !done.includes(name))) {
    await MIGRATIONS[name]!.up(tables);
    await db.insertInto('dateline_migrations').values({ name }).execute();
  }
  for (const name of done.filter((name) => !wanted.includes(name)).reverse()) {
    await MIGRATIONS[name]!.down(tables);
    await db.deleteFrom('dateline_migrations').where('name', '=', name).execute();
  }
}

async function createMigrationTable(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable('dateline_migrations')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .execute();
}

/**
 * The names of the migrations that were carried out, in order; none for a database that is empty.
 * @throws StoreError `newer` or `foreign`
 */
export async function migrationsDone(database: Within): Promise<string[]> {
  const tables = await tableNames(database);
  if (!tables.includes('dateline_migrations')) {
    // A schema of PostgreSQL may be shared; a file is one program's.
    if (database.kind === 'sqlite' && tables.length > 0) throw foreign(database.location);
    return [];
  }
  const rows = await database.db.selectFrom('dateline_migrations').select('name').execute();
  const done = rows.map(({ name }) => name).sort();
  const unknown = done.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown !== undefined) throw newer(database.location, unknown);
  return done;
}

/** The tables of the store that there are, by the schema that the database has now. */
export async function storeTables(database: Within): Promise<TableName[]> {
  const tables = await tableNames(database);
  return TABLE_NAMES.filter((name) => tables.includes(name));
}

async function tableNames({ kind, db }: Within): Promise<string[]> {
  const { rows } =
    kind === 'sqlite'
      ? await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
      : await sql<{
          name: string;
        }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(db);
  return rows.map(({ name }) => name);
}

/** Until the transaction ends. SQLite does that by itself: a transaction that writes is the only one. */
export async function keepOthersOut({ kind, db }: Within): Promise<void> {
  if (kind === 'postgres') {
    await sql`select pg_advisory_xact_lock(hashtext('dateline'), hashtext(current_schema()))`.execute(db);
  }
}

function newer(location: string, migration: string): StoreError {
  return new StoreError({
    code: 'newer',
    problem: `A newer Dateline has changed the store in ${location} (${migration})`,
    remedy: 'start that version again, or restore a backup that this version made into another store',
  });
}

function foreign(location: string): StoreError {
  return new StoreError({
    code: 'foreign',
    problem: `${location} is the database of another program`,
    remedy: 'set DATELINE_STORE to a file of its own',
  });
}
