import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SCHEMA } from '../../src/store/database/migrations/index.ts';
import { run } from '../support/captured-console.ts';
import { contentsOf, fill } from '../support/filled-store.ts';
import { KEY, OTHER_KEY, overEachDatabase, type Place, useSqlite } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = temporaryFolder();

/** Has the commands find the store of a place. */
function name({ settings }: Place): void {
  vi.stubEnv('DATABASE_URL', settings.kind === 'postgres' ? settings.databaseUrl : '');
  vi.stubEnv('DATELINE_STORE', settings.kind === 'sqlite' ? settings.file : '');
  vi.stubEnv('DATELINE_ENCRYPTION_KEY', KEY);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

overEachDatabase('the commands of the store', (place) => {
  beforeEach(() => name(place()));

  test('status says which database, its schema, and the rows of each table', async () => {
    const store = await place().open();
    await fill(store);
    const { status, lines, errors } = await run('store', 'status');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(lines.slice(0, 2)).toEqual([
      `store   ${store.location.startsWith('/') ? 'SQLite file ' : ''}${store.location}`,
      `schema  ${SCHEMA} (up to date)`,
    ]);
    expect(lines.slice(2)).toEqual([
      '     1  channel_settings',
      '     1  user_settings',
      '     1  proposals',
      '     2  feedback',
      '     1  installations',
      '     1  oauth_states',
      '     1  seen_deliveries',
      '     1  unanswered_questions',
      '     1  subscriptions',
      '     1  subscription_runs',
      '     2  outbox_channels',
      '     2  outbox',
      '     1  noted_timelines',
      '     1  noted_events',
      '     1  record_changes',
      '     0  restores',
    ]);
  });

  test('backup and restore carry a store from one database to the other', async () => {
    const store = await place().open();
    await fill(store);
    const before = await contentsOf(store);
    const backup = await run('store', 'backup', path('backup.jsonl'));
    expect(backup).toMatchObject({
      status: 0,
      out: `17 rows of ${store.location} are backed up in ${path('backup.jsonl')}\n`,
      errors: '',
    });
    await place().empty();
    expect(await run('store', 'restore', path('backup.jsonl'))).toMatchObject({
      status: 0,
      out: `17 rows of ${path('backup.jsonl')} are restored in ${store.location}\n`,
      errors: '',
    });
    expect(await contentsOf(await place().open())).toEqual(before);
  });

  test('what would be lost is lost only by the option for it', async () => {
    await fill(await place().open());
    writeFileSync(path('backup.jsonl'), 'a letter');
    const refused = await run('store', 'backup', path('backup.jsonl'));
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.errors).toContain('replace it with --force.\n');
    expect(readFileSync(path('backup.jsonl'), 'utf8')).toBe('a letter');
    expect(await run('store', 'backup', path('backup.jsonl'), '--force')).toMatchObject({ status: 0 });

    const full = await run('store', 'restore', path('backup.jsonl'));
    expect(full).toMatchObject({ status: 1, out: '' });
    expect(full.errors).toContain('--replace.\n');
    expect(await run('store', 'restore', path('backup.jsonl'), '--replace')).toMatchObject({ status: 0 });
  });

  test('reencrypt makes an older key needless', async () => {
    await (await place().open({ encryptionKeys: [KEY] })).installations.save({ team: 'T1' }, { a: 1 }, new Date(0));
    vi.stubEnv('DATELINE_ENCRYPTION_KEY', `${OTHER_KEY}, ${KEY}`);
    expect(await run('store', 'reencrypt')).toMatchObject({ status: 0, out: '1 installations are encrypted anew\n' });
    const { installations } = await place().open({ encryptionKeys: [OTHER_KEY] });
    expect(await installations.find({ team: 'T1' })).toEqual({ a: 1 });
    vi.stubEnv('DATELINE_ENCRYPTION_KEY', KEY);
    const lost = await run('store', 'reencrypt');
    expect(lost).toMatchObject({ status: 1, out: '' });
    expect(lost.errors).toContain('was encrypted with a key that is not set');
  });
});

const place = useSqlite();

test.each([[['status']], [['backup', 'FILE']], [['reencrypt']]])(
  '%j says that there is no store and makes none',
  async ([command, file]) => {
    name(place());
    const { settings } = place();
    const args = file === undefined ? [command!] : [command!, path('backup.jsonl')];
    const { status, out, errors } = await run('store', ...args);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(errors).toMatch(/^There is no store at .*: check DATELINE_STORE and the folder in which you are/);
    expect(existsSync(settings.kind === 'sqlite' ? settings.file : '')).toBe(false);
    expect(existsSync(path('backup.jsonl'))).toBe(false);
  },
);

test('a wrong setting is named, and no password is printed', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://user:s3cret#@localhost/dateline');
  const { status, out, errors } = await run('store', 'status');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(errors).toMatch(/^DATABASE_URL must be postgres:\/\//);
  expect(errors).not.toContain('s3cret');
});

test('a wrong setting of Slack is no concern of the store', async () => {
  name(place());
  vi.stubEnv('SLACK_BOT_TOKEN', 'wrong');
  await place().open();
  expect(await run('store', 'status')).toMatchObject({ status: 0 });
});

test.each([[['backup']], [['restore']], [['vacuum']], [['status', 'more']]])('%j is typed wrong', async (args) => {
  const { status, out } = await run('store', ...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
});

test('the help lists the commands', async () => {
  const { status, out } = await run('store', '--help');
  expect(status).toBe(0);
  for (const command of ['status', 'backup', 'restore', 'reencrypt']) expect(out).toContain(command);
});
