import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { run } from '../support/captured-console.ts';
import { at, claimAt, deliveryTo } from '../support/outbox.ts';
import { overEachDatabase, useSqlite } from '../support/stores.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** One message that is held, one that waits, and one that was posted. */
async function fill({ outbox }: Store): Promise<void> {
  await outbox.add([deliveryTo('C1', 'run 1'), deliveryTo('C2', 'run 2')], at(0));
  const [first, second] = await claimAt(outbox, 0);
  const channelFreeAt = at(0);
  await outbox.hold(first!, { reason: 'not_in_channel', inDoubt: false, now: at(1), notices: [], channelFreeAt });
  await outbox.markPosted(second!, { messageTs: '1.1', now: at(1), channelFreeAt });
  await outbox.add([{ ...deliveryTo('C2', 'run\n\u001b[2J 3'), message: { text: 'A secret.' } }], at(2));
  const [third] = await claimAt(outbox, 2);
  await outbox.postpone(third!, { notBefore: at(60), reason: 'timeout', inDoubt: true, channelFreeAt });
}

overEachDatabase('the commands of the outbox', (place) => {
  beforeEach(() => {
    const { settings } = place();
    vi.stubEnv('DATABASE_URL', settings.kind === 'postgres' ? settings.databaseUrl : '');
    vi.stubEnv('DATELINE_STORE', settings.kind === 'sqlite' ? settings.file : '');
  });

  test('list what is in it with its reason, and nothing of what a message says', async () => {
    await fill(await place().open());
    const { status, lines, out } = await run('outbox');
    expect(status).toBe(0);
    expect(lines).toEqual([
      '1 waiting, 0 claimed, 1 posted, 1 held, 0 dropped',
      'held      2026-03-14T09:00:00.000Z  T1/C1  run 1  1 attempt  not_in_channel',
      'posted    2026-03-14T09:00:00.000Z  T1/C2  run 2  1 attempt',
      'waiting   2026-03-14T09:00:02.000Z  T1/C2  run\uFFFD\uFFFD[2J 3  1 attempt  next 2026-03-14T09:01:00.000Z  timeout',
    ]);
    expect(out).not.toContain('secret');
    expect((await run('outbox', 'list')).out).toBe(out);
  });

  test('list those of one state, and say where there are more', async () => {
    await fill(await place().open());
    expect((await run('outbox', '--state', 'held')).lines.slice(1)).toEqual([expect.stringMatching(/^held .* run 1 /)]);
    expect((await run('outbox', '--limit', '2')).lines.slice(3)).toEqual(['and 1 more: --limit 3 lists them all']);
    expect((await run('outbox', '--state', 'held', '--limit', '1')).lines).toHaveLength(2);
  });

  test('list them as JSON, without the messages', async () => {
    const store = await place().open();
    await fill(store);
    const { lines, out } = await run('outbox', '--json');
    const expected = (await store.outbox.list()).map(({ message: _, ...rest }) => rest);
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(out).not.toContain('secret');
  });

  test('retry what is held, one or all', async () => {
    const store = await place().open();
    await fill(store);
    expect(await run('outbox', 'retry', 'run 2')).toMatchObject({
      status: 1,
      out: '',
      errors: 'No message that is held back has the key run 2: "dateline outbox --state held" lists them.\n',
    });
    expect(await run('outbox', 'retry', 'run 1')).toMatchObject({ status: 0, out: '1 messages are tried again\n' });
    expect(await store.outbox.find('run 1')).toMatchObject({ state: 'waiting' });
    expect(await run('outbox', 'retry')).toMatchObject({ status: 0, out: '0 messages are tried again\n' });
  });

  test('drop what shall not be posted', async () => {
    const store = await place().open();
    await fill(store);
    expect(await run('outbox', 'drop', 'run 1')).toMatchObject({ status: 0, out: 'run 1 is dropped\n', errors: '' });
    expect(await store.outbox.find('run 1')).toMatchObject({ state: 'dropped' });
    const again = await run('outbox', 'drop', 'run 1');
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(again.errors).toMatch(/^No message that waits or is held back has the key run 1: "dateline outbox" lists/);
  });
});

const place = useSqlite();

test.each([[['list']], [['retry']], [['drop', 'a']]])('%j says that there is no store', async (args) => {
  const { settings } = place();
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('DATELINE_STORE', settings.kind === 'sqlite' ? settings.file : '');
  const { status, out, errors } = await run('outbox', ...args);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(errors).toMatch(/^There is no store at /);
});

test.each([[['drop']], [['--state', 'lost']], [['--limit', '0']], [['--limit', 'many']], [['post']]])(
  '%j is typed wrong',
  async (args) => {
    const { status, out } = await run('outbox', ...args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
  },
);
