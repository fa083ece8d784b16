import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GIVE_UP_AFTER, LEASE } from '../../src/delivery/retry-policy.ts';
import { type DeliveryBench, startDeliveryBench } from '../support/delivery-bench.ts';
import { overEachDatabase } from '../support/stores.ts';

const DAY = 24 * 60 * 60_000;
const keysOf = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n}`);

overEachDatabase('what is owed is posted once, whatever fails', (place) => {
  let bench: DeliveryBench;
  beforeEach(async () => {
    bench = await startDeliveryBench(place());
  });
  afterEach(() => bench.stop());
  const restart = async (settings: Parameters<typeof startDeliveryBench>[1]) => {
    await bench.stop();
    bench = await startDeliveryBench(place(), settings);
  };
  const state = async (key: string) => (await bench.store.outbox.find(key))?.state;

  test('three channels with three each: all are posted, one a second in each channel, in order', async () => {
    const keys = ['C0NEWS', 'C0WORLD', 'C0DESK'].flatMap((channel) => keysOf(channel, 3));
    for (const key of keys) await bench.owe(key.split('-')[0]!, key);
    const start = bench.now().getTime();
    await bench.deliver();
    expect(bench.posted()).toHaveLength(3);
    await bench.deliverAll();
    expect(bench.posted().filter((key) => key.startsWith('C0NEWS'))).toEqual(keysOf('C0NEWS', 3));
    expect(bench.posted().sort()).toEqual([...keys].sort());
    expect(bench.now().getTime() - start).toBe(2_000);
  });

  test('a limit of Slack’s holds for the channel that met it, for as long as Slack says', async () => {
    await bench.owe('C0NEWS', 'one');
    await bench.owe('C0NEWS', 'two');
    bench.slack.faults.rateLimit('chat.postMessage', 30);
    await bench.deliver();
    await bench.owe('C0WORLD', 'elsewhere');
    await bench.deliver();
    expect(bench.posted()).toEqual(['elsewhere']);
    bench.advance(29_000);
    await bench.deliver();
    expect(bench.posted()).toEqual(['elsewhere']);
    bench.advance(1_000);
    await bench.deliverAll();
    expect(bench.posted()).toEqual(['elsewhere', 'one', 'two']);
    expect(bench.counted).toContain('failed ratelimited');
  });

  describe.each([
    ['status 503', (after: boolean) => bench.slack.faults.status('chat.postMessage', 503, { afterEffect: after })],
    ['a dropped connection', (after: boolean) => bench.slack.faults.drop('chat.postMessage', { afterEffect: after })],
    [
      'internal_error',
      (after: boolean) => bench.slack.faults.refuse('chat.postMessage', 'internal_error', { afterEffect: after }),
    ],
  ])('%s', (_, fail) => {
    test.each([
      ['before the message is posted', false, 'in doubt absent'],
      ['after the message is posted', true, 'in doubt found'],
    ])('%s', async (_when, after, seen) => {
      await bench.owe('C0NEWS', 'one');
      fail(after);
      await bench.deliver();
      expect(await state('one')).toBe('waiting');
      await bench.deliverAll();
      expect(bench.posted()).toEqual(['one']);
      expect(bench.counted).toContain(seen);
      expect(await state('one')).toBe('posted');
    });
  });

  test.each([false, true])('a call that takes too long; had it been posted: %s', async (afterEffect) => {
    await restart({ timeoutMs: 1_000 });
    await bench.owe('C0NEWS', 'one');
    const letGo = bench.slack.faults.hang('chat.postMessage', { afterEffect });
    await bench.deliver();
    // What was on its way arrives after all, before anybody looks for it.
    letGo();
    await bench.slack.journal.until('posted');
    await bench.deliverAll();
    expect(bench.posted()).toEqual(['one']);
    expect(bench.counted).toContain('in doubt found');
  });

  test('a process that died in its work: what it had claimed is looked for, and posted if it is not there', async () => {
    for (const key of ['posted', 'not-posted']) await bench.owe(key === 'posted' ? 'C0NEWS' : 'C0WORLD', key);
    const claimed = await bench.claim();
    await bench.tools.poster.post(claimed.find(({ key }) => key === 'posted')!);
    await bench.deliver();
    expect(bench.posted()).toEqual(['posted']);
    bench.advance(LEASE);
    await bench.deliver();
    expect(bench.posted().sort()).toEqual(['not-posted', 'posted']);
    expect(bench.counted).toEqual(expect.arrayContaining(['in doubt found', 'in doubt absent']));
    expect([await state('posted'), await state('not-posted')]).toEqual(['posted', 'posted']);
  });

  test('who was held up for so long that the lease is nearly over sends nothing', async () => {
    await bench.owe('C0NEWS', 'one');
    const [claimed] = await bench.claim();
    bench.advance(LEASE - 1_000);
    const { attempt } = await import('../../src/delivery/attempt.ts');
    await attempt(claimed!, bench.tools);
    expect(bench.posted()).toEqual([]);
    await bench.deliverAll();
    expect(bench.posted()).toEqual(['one']);
  });

  describe('a clock that jumps', () => {
    test('a day forward and back between a post and its answer', async () => {
      await bench.owe('C0NEWS', 'one');
      bench.advance(DAY, 'ours');
      bench.slack.faults.drop('chat.postMessage', { afterEffect: true });
      await bench.deliver();
      bench.advance(-DAY, 'ours');
      await bench.deliverAll();
      expect(bench.posted()).toEqual(['one']);
    });

    test('back by a day, after a process had claimed something and died: nobody waits a day for its lease', async () => {
      await bench.owe('C0NEWS', 'one');
      bench.advance(DAY, 'ours');
      await bench.claim();
      bench.advance(-DAY, 'ours');
      await bench.deliver();
      bench.advance(LEASE);
      await bench.deliver();
      expect(bench.posted()).toEqual(['one']);
    });
  });

  describe('a channel whose history may not be read', () => {
    test('what may have been posted is held back until somebody has looked and retries it', async () => {
      await restart({ scopes: ['chat:write'], editorsChannel: 'C0EDITORS' });
      const { id } = await bench.subscribe('C0NEWS');
      await bench.owe('C0NEWS', 'one', id);
      bench.slack.faults.drop('chat.postMessage', { afterEffect: true });
      await bench.deliverAll();
      expect(await state('one')).toBe('held');
      expect((await bench.store.outbox.find('one'))?.reason).toBe('history_unreadable');
      expect(bench.posted().filter((key) => key.startsWith('held:'))).toHaveLength(1);
      const told = bench.slack.workspace.messages.find(({ channel }) => channel === 'C0EDITORS')?.text;
      expect(told).toContain('outbox retry');
      expect(await bench.store.outbox.retry(bench.now())).toBe(1);
      await bench.deliverAll();
      expect(bench.posted().filter((key) => key === 'one')).toHaveLength(2);
    });

    test('or it is sent again, where the operator chose that', async () => {
      await restart({ scopes: ['chat:write'], unknownPosts: 'send' });
      await bench.owe('C0NEWS', 'one');
      bench.slack.faults.drop('chat.postMessage');
      await bench.deliverAll();
      expect(bench.posted()).toEqual(['one']);
      expect(bench.counted).toContain('in doubt unreadable');
    });
  });

  describe('a channel that takes nothing any more', () => {
    test('its subscriptions are paused, who made them is told once, and nothing more is tried', async () => {
      const [mine, too] = [await bench.subscribe('C0NEWS'), await bench.subscribe('C0NEWS', 'U0BOB')];
      const other = await bench.subscribe('C0WORLD');
      await bench.owe('C0NEWS', 'one', mine.id);
      await bench.owe('C0NEWS', 'two', too.id);
      await bench.owe('C0WORLD', 'three', other.id);
      bench.slack.workspace.channels.get('C0NEWS')!.archived = true;
      await bench.deliverAll();
      const paused = await bench.store.subscriptions.find(mine);
      expect(paused?.paused?.reason).toBe('is_archived');
      expect((await bench.store.subscriptions.find(other))?.paused).toBeNull();
      expect(await Promise.all(['one', 'two', 'three'].map(state))).toEqual(['held', 'held', 'posted']);
      const notices = bench.slack.workspace.messages.filter(({ metadata }) =>
        JSON.stringify(metadata ?? {}).includes('paused:'),
      );
      expect(notices).toHaveLength(2);
      expect(notices[0]?.text).toContain('/dateline subscriptions');
      expect(bench.slack.journal.all('call', ({ method }) => method === 'chat.postMessage')).toHaveLength(4);
    });

    test('a notice that cannot be delivered is held, and breeds no others', async () => {
      await bench.owe('C0NOWHERE', 'notice');
      await bench.deliverAll();
      expect(await state('notice')).toBe('held');
      expect(bench.posted()).toEqual([]);
    });
  });

  test('a failure that persists: tried for hours at growing intervals, then held, told to the editors, and retried', async () => {
    await restart({ editorsChannel: 'C0EDITORS' });
    const { id } = await bench.subscribe('C0NEWS');
    await bench.owe('C0NEWS', 'one', id);
    const start = bench.now().getTime();
    bench.slack.faults.refuse('chat.postMessage', 'invalid_auth', { times: 10_000 });
    while ((await state('one')) !== 'held') {
      await bench.deliver();
      if ((await state('one')) === 'held') break;
      bench.advance((await bench.store.outbox.nextClaim())!.getTime() - bench.now().getTime());
    }
    expect(bench.now().getTime() - start).toBeGreaterThanOrEqual(GIVE_UP_AFTER);
    expect((await bench.store.outbox.find('one'))?.attempts).toBeLessThan(60);
    const lines = bench.logged.filter(({ level }) => level === 'error');
    expect(lines).toContainEqual(expect.objectContaining({ delivery: 'one', code: 'invalid_auth', channel: 'C0NEWS' }));
    bench.slack.faults.clear();
    await bench.deliverAll();
    expect(bench.posted()).toEqual([expect.stringContaining('held:one')]);
    await bench.store.outbox.retry(bench.now(), 'one');
    await bench.deliverAll();
    expect(bench.posted()).toContain('one');
  });

  test('a message that Slack refuses is held at once, with Slack’s reason', async () => {
    await bench.owe('C0NEWS', 'one');
    bench.slack.faults.refuse('chat.postMessage', 'invalid_blocks');
    await bench.deliver();
    expect(await bench.store.outbox.find('one')).toMatchObject({ state: 'held', reason: 'invalid_blocks' });
  });

  test('the log names deliveries and reasons, and holds no words of a message', async () => {
    await bench.owe('C0NEWS', 'one');
    bench.slack.faults.status('chat.postMessage', 500);
    await bench.deliverAll();
    const log = JSON.stringify(bench.logged);
    expect(bench.logged).toContainEqual(expect.objectContaining({ delivery: 'one', code: 'http_500', inDoubt: true }));
    expect(log).not.toContain('The digest');
    expect(log).not.toContain('xoxb');
  });
});
