import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/store/database/migrate.ts';
import { openStore, storeOver } from '../../../src/store/open-store.ts';
import { storeStatus } from '../../../src/store/status.ts';
import { contentsOf, fill } from '../../support/filled-store.ts';
import { at, claimAt, deliveryTo, SUBSCRIPTION } from '../../support/outbox.ts';
import { failureOf, KEY, useSqlite } from '../../support/stores.ts';

const place = useSqlite();
const OPTIONS = { encryptionKeys: [KEY], keepUnanswered: true };
const QUESTION = { team: 'T1', channel: 'C1', text: 'x'.repeat(10_000), status: 'declined' };

function file(): string {
  const { settings } = place();
  return settings.kind === 'sqlite' ? settings.file : '';
}

const openAt = (path: string, busyTimeout = 0) =>
  openStore({ database: { kind: 'sqlite', file: path, busyTimeout }, ...OPTIONS });

test('a store is made with its folders, for its owner alone', async () => {
  const path = join(dirname(file()), 'deep', 'er', 'dateline.db');
  const store = await openAt(path);
  expect(store.location).toBe(path);
  await fill(store);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  for (const name of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  await store.close();
});

test('a store that is only looked at is not made', async () => {
  const failure = await failureOf(place().connect('look'));
  expect(failure).toMatchObject({ name: 'StoreError', code: 'missing' });
  expect(failure.message).toBe(
    `There is no store at ${file()}: check DATELINE_STORE and the folder in which you are, or start Dateline once, which creates it.`,
  );
  expect(existsSync(file())).toBe(false);
});

test.each([
  ['a text', () => 'This is no database. '.repeat(500)],
  ['a store whose pages were overwritten', damaged],
])('%s is no store, and is left as it is', async (_, make) => {
  const content = await make();
  writeFileSync(file(), content);
  const failure = await failureOf(openAt(file()));
  expect(failure).toMatchObject({ name: 'StoreError', code: 'corrupt' });
  expect(failure.message).toMatch(/is damaged or is no SQLite database: .*"dateline store restore"\.$/);
  expect(readFileSync(file()).equals(Buffer.from(content))).toBe(true);
});

/** The bytes of a filled store, a page of it overwritten. */
async function damaged(): Promise<Buffer> {
  const store = await openAt(file());
  await fill(store);
  await store.close();
  const bytes = readFileSync(file());
  bytes.fill(0xaa, 4096 * 3, 4096 * 4);
  return bytes;
}

test('a folder is no store', async () => {
  mkdirSync(file());
  expect(await failureOf(openAt(file()))).toMatchObject({ name: 'StoreError', code: 'cannot-open' });
  writeFileSync(`${file()}.txt`, '');
  const failure = await failureOf(openAt(join(`${file()}.txt`, 'dateline.db')));
  expect(failure).toMatchObject({ code: 'cannot-open' });
  expect(failure.message).toMatch(/cannot be opened: set DATELINE_STORE to a file in a folder that the user/);
});

test.each(['the file', 'the folder'])('a store that may not be written to says so at the start: %s', async (what) => {
  const store = await openAt(file());
  await fill(store);
  await store.close();
  const failure = await asOrdinaryUser(async () => {
    chmodSync(file(), 0o444);
    if (what === 'the folder') chmodSync(dirname(file()), 0o555);
    else chmodSync(dirname(file()), 0o777);
    return () => failureOf(openAt(file()));
  });
  chmodSync(dirname(file()), 0o700);
  expect(failure).toMatchObject({ name: 'StoreError', code: 'read-only' });
  expect(failure.message).toMatch(/cannot be written to: let the user who runs Dateline write the file and its folder/);
});

/** Does something as a user who may not do everything: where the tests run as root, as nobody. */
async function asOrdinaryUser<Result>(prepare: () => Promise<() => Promise<Result>>): Promise<Result> {
  const work = await prepare();
  const root = process.getuid?.() === 0;
  if (root) process.seteuid!(65_534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid!(0);
  }
}

test('a store that another process keeps locked is waited for, and then says so', async () => {
  await (await openAt(file())).close();
  const other = new DatabaseSync(file());
  other.exec('begin exclusive');
  const failure = await failureOf(openAt(file()));
  expect(failure).toMatchObject({ name: 'StoreError', code: 'locked' });
  expect(failure.message).toMatch(/^Another process keeps the store .* locked: wait until it is done, or stop it/);
  const patient = openAt(file(), 60_000);
  await new Promise(setImmediate);
  other.exec('commit');
  other.close();
  await (await patient).close();
});

test('a disk that is full at the first start leaves nothing half made', async () => {
  const database = await place().connect();
  await sql`pragma max_page_count = 8`.execute(database.db);
  const failure = await failureOf(migrate(database));
  expect(failure).toMatchObject({ name: 'StoreError', code: 'full' });
  expect(failure.message).toMatch(/^There is no space left for the store .*: free some space on its disk;/);
  expect(await storeStatus(database)).toMatchObject({ schema: undefined, rows: {} });
  await sql`pragma max_page_count = 1000`.execute(database.db);
  await migrate(database);
});

test('a disk that fills up later loses nothing, and is written to again once there is space', async () => {
  const database = await place().connect();
  await migrate(database);
  const store = storeOver(database, OPTIONS);
  await fill(store);
  const before = await contentsOf(store);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(database.db);

  expect(await failureOf(store.unansweredQuestions.add(QUESTION, new Date(1)))).toMatchObject({ code: 'full' });
  expect(await contentsOf(store)).toEqual(before);

  await sql`pragma max_page_count = 1000`.execute(database.db);
  expect(await store.unansweredQuestions.add(QUESTION, new Date(1))).toBe(true);
});

test.each([
  ['that fills up', 'abort', 'full'],
  // What SQLite takes back by itself cannot be taken back again; any other failure does it too.
  ['on which SQLite gives up', 'rollback', 'failed'],
])('a disk %s as runs are accounted for leaves nothing in half', async (_, how, code) => {
  const database = await place().connect();
  await migrate(database);
  const store = storeOver(database, OPTIONS);
  const subscription = await store.subscriptions.add(SUBSCRIPTION, at(0));
  const before = [await store.subscriptions.list('T1'), await store.outbox.list()];
  if (how === 'abort') {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(database.db);
  } else {
    await sql`create trigger gives_up before insert on outbox begin select raise(rollback, 'No.'); end`.execute(
      database.db,
    );
  }
  const message = { text: 'x'.repeat(50_000) };
  const accounting = {
    subscription,
    expected: at(0),
    runs: [{ at: at(0), outcome: 'owed' as const }],
    nextRunAt: at(60),
    delivery: { ...deliveryTo('C1', 'a', subscription.id), message },
  };
  const failure = await failureOf(store.outbox.owe(accounting, at(0)));
  expect(failure).toMatchObject({ name: 'StoreError', code });
  expect(failure.cause).toMatchObject({ message: how === 'abort' ? 'database or disk is full' : 'No.' });
  expect([await store.subscriptions.list('T1'), await store.outbox.list()]).toEqual(before);

  await sql`pragma max_page_count = 1000`.execute(database.db);
  await sql`drop trigger if exists gives_up`.execute(database.db);
  expect(await store.outbox.owe(accounting, at(0))).toBe(true);
  expect(await claimAt(store.outbox, 0)).toMatchObject([{ key: 'a', message }]);
});

test('an outbox that another process keeps locked says so, and is claimed from afterwards', async () => {
  const store = await openAt(file());
  await store.outbox.add([deliveryTo('C1', 'a')], at(0));
  const other = new DatabaseSync(file());
  other.exec('begin immediate');
  expect(await failureOf(claimAt(store.outbox, 0))).toMatchObject({ name: 'StoreError', code: 'locked' });
  expect(await failureOf(store.outbox.retry(at(0)))).toMatchObject({ name: 'StoreError', code: 'locked' });
  other.exec('commit');
  other.close();
  expect(await claimAt(store.outbox, 0)).toMatchObject([{ key: 'a', attempts: 1 }]);
  await store.close();
});

test('who does one thing after the other lets others have a turn', async () => {
  const { outbox } = await place().open();
  let hadTurn = false;
  setImmediate(() => {
    hadTurn = true;
  });
  for (let count = 0; count < 3; count++) await outbox.nextClaim();
  expect(hadTurn).toBe(true);
});

test('a store that is closed says so, and closing waits for what is under way', async () => {
  const store = await place().open();
  const adding = store.unansweredQuestions.add(QUESTION, new Date(1));
  await store.close();
  expect(await adding).toBe(true);
  expect(await failureOf(store.unansweredQuestions.list())).toMatchObject({ name: 'StoreError', code: 'closed' });
  await store.close();
});
