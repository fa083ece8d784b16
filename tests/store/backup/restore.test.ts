import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backUp, backupLines } from '../../../src/store/backup/back-up.ts';
import { readLines } from '../../../src/store/backup/read-lines.ts';
import { restore } from '../../../src/store/backup/restore.ts';
import { migrateTo } from '../../../src/store/database/migrate.ts';
import { SCHEMA } from '../../../src/store/database/migrations/index.ts';
import { storeStatus } from '../../../src/store/status.ts';
import { contentsOf, fill } from '../../support/filled-store.ts';
import { StoreProcess } from '../../support/store-processes/run.ts';
import {
  failureOf,
  overEachDatabase,
  type Place,
  usePostgres,
  useSqlite,
  wherePostgresIs,
} from '../../support/stores.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const path = temporaryFolder();

async function backUpOf(place: Place, file = path('backup.jsonl')): Promise<string> {
  await backUp(await place.connect('look'), file, { now: NOW, force: false });
  return file;
}

async function restoreInto(place: Place, file: string, replace = false) {
  return restore(await place.connect('use'), readLines(file), { replace, now: new Date() });
}

const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');

overEachDatabase('a backup', (place) => {
  test('brings back everything that a store holds, into an empty database', async () => {
    const store = await place().open();
    await fill(store);
    const before = await contentsOf(store);
    const file = await backUpOf(place());
    await place().empty();
    expect(await restoreInto(place(), file)).toEqual({
      channel_settings: 1,
      user_settings: 1,
      proposals: 1,
      feedback: 2,
      installations: 1,
      seen_deliveries: 1,
      unanswered_questions: 1,
      subscriptions: 1,
      subscription_runs: 1,
      outbox_channels: 2,
      outbox: 2,
      noted_timelines: 1,
      noted_events: 1,
      record_changes: 1,
    });
    expect(await contentsOf(await place().open())).toEqual(before);
  });

  test('is lines of JSON, with nothing of an installation to read, and for its owner alone', async () => {
    await fill(await place().open());
    const file = await backUpOf(place());
    const [header, ...rows] = linesOf(file).map((line) => JSON.parse(line));
    const footer = rows.pop();
    expect(header).toEqual({ format: 'dateline-store', version: 1, schema: SCHEMA, at: NOW.toISOString() });
    expect(footer).toEqual({ rows: expect.objectContaining({ feedback: 2 }), sha256: expect.any(String) });
    expect(rows.map(({ table }) => table)).not.toContain('oauth_states');
    expect(readFileSync(file, 'utf8')).not.toMatch(/xoxb/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('holds the store as it was at one moment, while others write', async () => {
    const store = await place().open();
    await fill(store);
    const lines = backupLines(await place().connect('look'), NOW);
    const header = await lines.next();
    await store.unansweredQuestions.add({ team: 'T1', channel: 'C1', text: 'Later?', status: 'declined' }, NOW);
    const rest = await Array.fromAsync(lines);
    expect(header.value).toContain('dateline-store');
    expect(rest.filter((line) => line.includes('"unanswered_questions","row"'))).toHaveLength(1);
    expect(await store.unansweredQuestions.list()).toHaveLength(2);
  });

  test('of thousands of rows is whole', async () => {
    const store = await place().open();
    for (let number = 0; number < 1_234; number++) {
      await store.unansweredQuestions.add(
        { team: 'T1', channel: 'C1', text: `${number}`, status: 'x' },
        new Date(number),
      );
    }
    const before = await store.unansweredQuestions.list({ limit: 10_000 });
    const file = await backUpOf(place());
    await restoreInto(place(), file, true);
    expect(await store.unansweredQuestions.list({ limit: 10_000 })).toEqual(before);
    expect(before).toHaveLength(1_234);
  });

  test('of an empty store empties another', async () => {
    await place().open();
    const file = await backUpOf(place());
    const store = await place().open();
    await fill(store);
    await restoreInto(place(), file, true);
    expect(await contentsOf(store)).toMatchObject({ proposals: [], feedback: [], installation: undefined });
  });
});

overEachDatabase('a backup that an older Dateline made', (place) => {
  test('is restored and brought to the schema of this one', async () => {
    const database = await place().connect('use');
    await database.db.transaction().execute((db) => migrateTo({ ...database, db }, '0003-feedback'));
    await place().sql("insert into user_settings values ('T1', 'U1', 'iraq', 1000)");
    const file = await backUpOf(place());
    expect(JSON.parse(linesOf(file)[0]!)).toMatchObject({ schema: '0003-feedback' });

    const store = await place().open();
    await fill(store);
    await restoreInto(place(), file, true);
    expect(await store.userSettings.get({ team: 'T1', user: 'U1' })).toEqual({
      timeline: 'iraq',
      changedAt: new Date(1_000),
    });
    expect(await store.installations.find({ team: 'T1' })).toBeUndefined();
    await store.unansweredQuestions.add({ team: 'T1', channel: 'C1', text: 'Who?', status: 'declined' }, NOW);
    expect(await storeStatus(await place().connect('look'))).toMatchObject({ schema: SCHEMA, pending: 0 });
  });
});

wherePostgresIs('a newsroom that moves', () => {
  const file = useSqlite();
  const server = usePostgres();

  test('from SQLite to PostgreSQL and back takes everything along', async () => {
    const small = await file().open();
    await fill(small);
    const before = await contentsOf(small);
    const there = await backUpOf(file(), path('there.jsonl'));
    await restoreInto(server(), there);
    expect(await contentsOf(await server().open())).toEqual(before);

    const back = await backUpOf(server(), path('back.jsonl'));
    await file().empty();
    await restoreInto(file(), back);
    expect(await contentsOf(await file().open())).toEqual(before);
    expect(linesOf(back)).toEqual(linesOf(there));
  });
});

overEachDatabase('a restore', (place) => {
  async function filled() {
    const store = await place().open();
    await fill(store);
    const file = await backUpOf(place());
    // What it is to be after a restore that failed is not what the backup holds.
    await store.userSettings.change({ team: 'T1', user: 'U1' }, { timeline: 'now' }, NOW);
    return { store, file, before: await contentsOf(store) };
  }

  test('refuses a store that holds something, unless that may be replaced', async () => {
    const { store, file, before } = await filled();
    const failure = await failureOf(restoreInto(place(), file));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'not-empty' });
    expect(failure.message).toMatch(
      /holds something already: back it up first, then replace what it holds with --replace\.$/,
    );
    expect(await contentsOf(store)).toEqual(before);
    await restoreInto(place(), file, true);
    expect(await contentsOf(store)).not.toEqual(before);
  });

  test.each<[string, (lines: string[]) => string[]]>([
    ['is empty', () => []],
    ['does not begin as a backup of a store does', (lines) => lines.slice(1)],
    ['does not begin as a backup of a store does', () => ['SQLite format 3\0']],
    ['is cut short', (lines) => lines.slice(0, -1)],
    ['cannot be read at line 3', (lines) => [lines[0]!, lines[1]!, lines[2]!.slice(0, 20)]],
    ['is not what was written', (lines) => [...lines.slice(0, 4), ...lines.slice(5)]],
    ['is not what was written', (lines) => lines.map((line) => line.replace('Two', 'Few'))],
    ['goes on after its end', (lines) => [...lines, lines[1]!]],
  ])('refuses a file that %s, and leaves the store as it was', async (problem, change) => {
    const { store, file, before } = await filled();
    const changed = change(linesOf(file));
    writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
    const failure = await failureOf(restoreInto(place(), file, true));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'backup-damaged' });
    expect(failure.message).toContain(`The backup ${problem}`);
    expect(failure.message).toContain('nothing was restored; take another backup.');
    expect(await contentsOf(store)).toEqual(before);
  });

  test.each([
    [{ version: 2 }, 'it has the form 2'],
    [{ schema: '9999-later' }, 'it has the schema 9999-later'],
  ])('refuses a backup of a newer Dateline: %j', async (change, problem) => {
    const { store, file, before } = await filled();
    const [header, ...rest] = linesOf(file);
    writeFileSync(file, [JSON.stringify({ ...JSON.parse(header!), ...change }), ...rest].join('\n'));
    const failure = await failureOf(restoreInto(place(), file, true));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'backup-newer' });
    expect(failure.message).toContain(problem);
    expect(await contentsOf(store)).toEqual(before);
  });

  test.each([
    ['a table that there is not', 'dateline_migrations', { name: 'x' }],
    ['a column that there is not', 'user_settings', { team_id: 'T', user_id: 'U', changed_at: 1, secret: 'x' }],
    ['a row that breaks a rule', 'proposals', { id: '1', kind: 'complaint' }],
  ])('refuses %s, though its digest be right', async (_, table, row) => {
    const { store, before } = await filled();
    const lines = forged(table, row);
    expect(await failureOf(restore(await place().connect(), lines, { replace: true, now: new Date() }))).toMatchObject({
      code: 'backup-damaged',
    });
    expect(await contentsOf(store)).toEqual(before);
  });

  test('that is killed half-way leaves the store as it was', { timeout: 60_000 }, async () => {
    const { file, before } = await filled();
    const lines = linesOf(file).length - 2;
    const restoring = new StoreProcess('restore', place().settings, { file, lines });
    expect(await restoring.hears()).toBe('half');
    await restoring.kill();
    expect(await contentsOf(await place().open())).toEqual(before);
  });
});

describe('a backup of SQLite', () => {
  const place = useSqlite();

  test.each(['', '-wal', '-shm'])('is never written over the store itself%s', async (end) => {
    await fill(await place().open());
    const database = await place().connect('look');
    const failure = await failureOf(backUp(database, database.location + end, { now: NOW, force: true }));
    expect(failure).toMatchObject({ code: 'backup-unwritable' });
    expect(failure.message).toContain('is the store itself: choose another file');
  });

  test('of a file that holds no store yet says so', async () => {
    const failure = await failureOf(backUp(await place().connect('use'), path('a'), { now: NOW, force: false }));
    expect(failure).toMatchObject({ code: 'missing' });
  });
});

/** A backup with one row that no store made, and with the digest that belongs to it. */
async function* forged(table: string, row: object): AsyncGenerator<string> {
  const header = { format: 'dateline-store', version: 1, schema: SCHEMA, at: NOW.toISOString() };
  const lines = [header, { table, row }].map((line) => JSON.stringify(line));
  yield* lines;
  const sha256 = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
  yield JSON.stringify({ rows: { [table]: 1 }, sha256 });
}
