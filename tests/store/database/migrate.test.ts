import { describe, expect, test } from 'vitest';
import { migrate, migrateTo } from '../../../src/store/database/migrate.ts';
import { MIGRATIONS, SCHEMA } from '../../../src/store/database/migrations/index.ts';
import { TABLE_NAMES } from '../../../src/store/database/tables.ts';
import { storeStatus } from '../../../src/store/status.ts';
import { contentsOf, fill } from '../../support/filled-store.ts';
import { at, claimAt, deliveryTo, SUBSCRIPTION } from '../../support/outbox.ts';
import { failureOf, overEachDatabase, usePostgres, useSqlite, wherePostgresIs } from '../../support/stores.ts';

overEachDatabase('migrations', (place) => {
  test('make every table, and a second start changes nothing', async () => {
    await place().open();
    const store = await place().open();
    await fill(store);
    const before = await contentsOf(store);
    expect(await contentsOf(await place().open())).toEqual(before);
    const { schema, pending, rows } = await storeStatus(await place().connect('look'));
    expect({ schema, pending }).toEqual({ schema: SCHEMA, pending: 0 });
    expect(Object.keys(rows)).toEqual(TABLE_NAMES);
  });

  test('bring an older store forward and keep what it holds', async () => {
    const database = await place().connect();
    await database.db.transaction().execute((db) => migrateTo({ ...database, db }, '0002-proposals'));
    await place().sql("insert into user_settings values ('T1', 'U1', 'iraq', 1000)");
    expect(await storeStatus(database)).toMatchObject({
      schema: '0002-proposals',
      pending: Object.keys(MIGRATIONS).length - 2,
    });
    const store = await place().open();
    expect(await store.userSettings.get({ team: 'T1', user: 'U1' })).toMatchObject({ timeline: 'iraq' });
    expect(await storeStatus(database)).toMatchObject({ schema: SCHEMA, pending: 0 });
  });

  test('bring a store from before subscriptions forward, and it keeps them from then on', async () => {
    const database = await place().connect();
    await database.db.transaction().execute((db) => migrateTo({ ...database, db }, '0007-settled-deliveries'));
    await place().sql("insert into seen_deliveries values ('Ev1', 9000, 1)");
    await place().sql("insert into unanswered_questions values ('1', 'T1', 'C1', 'Who?', 'declined', 1000)");
    const store = await place().open();
    expect(await store.unansweredQuestions.list()).toMatchObject([{ text: 'Who?' }]);
    expect(await store.seenDeliveries.claim('Ev1', { now: new Date(0), until: new Date(1) })).toBe('settled');
    expect(await store.subscriptions.count()).toEqual({ active: 0, paused: 0 });
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(0));
    await store.outbox.add([deliveryTo('C1', 'a', subscription.id)], at(0));
    expect(await claimAt(store.outbox, 0)).toMatchObject([{ key: 'a', subscription: subscription.id }]);
  });

  test('all have a way back', async () => {
    const database = await place().connect();
    await migrate(database);
    for (const schema of [...Object.keys(MIGRATIONS).reverse(), '']) {
      await database.db.transaction().execute((db) => migrateTo({ ...database, db }, schema));
      expect((await storeStatus(database)).schema ?? '').toBe(schema);
    }
    expect((await storeStatus(database)).rows).toEqual({});
  });

  test('leave a store of a newer Dateline as it is, and say what to do', async () => {
    await (await place().open()).close();
    await place().sql("insert into dateline_migrations values ('9999-later')");
    const failure = await failureOf(place().open());
    expect(failure).toMatchObject({ name: 'StoreError', code: 'newer' });
    expect(failure.message).toMatch(
      /^A newer Dateline has changed the store in .* \(9999-later\): start that version again, or restore a backup/,
    );
    expect(await failureOf(storeStatus(await place().connect('look')))).toMatchObject({ code: 'newer' });
  });
});

describe('migrations of SQLite', () => {
  const place = useSqlite();

  test('leave the database of another program as it is', async () => {
    await place().sql('create table bookmarks (url text)');
    const failure = await failureOf(place().open());
    expect(failure).toMatchObject({ name: 'StoreError', code: 'foreign' });
    expect(failure.message).toMatch(/is the database of another program: set DATELINE_STORE to a file of its own\.$/);
    expect(await place().sql("select name from sqlite_master where type = 'table'")).toHaveLength(1);
  });
});

wherePostgresIs('migrations of PostgreSQL', () => {
  const place = usePostgres();

  test('that meet a table of another program leave nothing behind', async () => {
    await place().sql('create table feedback (stars integer)');
    const failure = await failureOf(place().open());
    expect(failure).toMatchObject({ name: 'StoreError', code: 'foreign' });
    expect(failure.message).toContain('give Dateline a database of its own');
    const tables = await place().sql('select tablename from pg_tables where schemaname = current_schema()');
    expect(tables).toEqual([{ tablename: 'feedback' }]);
  });

  test('live beside tables of another program under other names', async () => {
    await place().sql('create table bookmarks (url text)');
    await fill(await place().open());
    expect(await place().sql('select * from bookmarks')).toEqual([]);
  });
});
