import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepHouse } from '../src/housekeeping.ts';
import type { Store } from '../src/store/store.ts';
import { claimAt, deliveryTo } from './support/outbox.ts';
import { memoryLog } from './support/slack-bench.ts';
import { useSqlite } from './support/stores.ts';

const place = useSqlite();
const NOW = new Date('2026-03-14T09:00:00Z');
const MINUTE = 60_000;
const after = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('what has expired is deleted every ten minutes, and nothing else', async () => {
  const store = await place().open();
  const { log, logLine, logged } = memoryLog();
  await store.oauthStates.issue({ nonce: 'old', payload: 'a', expiresAt: after(5) });
  await store.oauthStates.issue({ nonce: 'new', payload: 'b', expiresAt: after(15) });
  const end = keepHouse(store, { log, clock: () => after(10) });
  vi.advanceTimersByTime(10 * MINUTE - 1);
  expect(logged).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(await logLine(({ msg }) => msg === 'what had expired was deleted')).toMatchObject({ states: 1 });
  expect(await store.oauthStates.use('new', after(10))).toBe('b');
  await end();
});

test('what was posted is kept for 90 days, and what changed in the record for 400', async () => {
  const store = await place().open();
  const { log, logLine } = memoryLog();
  const postedAt = await postOne(store);
  await store.recordChanges.note('iraq', [], NOW);
  await store.recordChanges.note('iraq', [{ event: 'a', fields: {} }], NOW);
  const keepHouseAt = async (time: number) => {
    const end = keepHouse(store, { log, clock: () => new Date(time), every: MINUTE });
    vi.advanceTimersByTime(MINUTE);
    await end();
  };
  const days = (count: number) => count * 24 * 60 * MINUTE;
  await keepHouseAt(postedAt + days(90));
  expect(await store.outbox.find('a')).toBeDefined();
  await keepHouseAt(postedAt + days(90) + 1);
  expect(await store.outbox.find('a')).toBeUndefined();
  expect(await logLine(({ posts }) => posts === 1)).toMatchObject({ posts: 1, changes: 0 });

  await keepHouseAt(NOW.getTime() + days(400));
  expect(await store.recordChanges.between(new Date(0), NOW)).toHaveLength(1);
  await keepHouseAt(NOW.getTime() + days(400) + 1);
  expect(await store.recordChanges.between(new Date(0), NOW)).toEqual([]);
});

async function postOne({ outbox }: Store): Promise<number> {
  await outbox.add([deliveryTo('C1', 'a')], NOW);
  const [claimed] = await claimAt(outbox, 0);
  await outbox.markPosted(claimed!, { messageTs: '1.1', now: NOW, channelFreeAt: NOW });
  return NOW.getTime();
}

test('what fails is logged with its remedy, and tried again', async () => {
  const store = await place().open();
  const { log, logged } = memoryLog();
  await store.close();
  const end = keepHouse(store, { log, clock: () => NOW, every: MINUTE });
  vi.advanceTimersByTime(MINUTE);
  await end();
  expect(logged).toMatchObject([{ level: 'warn', code: 'closed', remedy: expect.any(String) }]);
});

test('after its end nothing is deleted', async () => {
  const store = await place().open();
  const { log, logged } = memoryLog();
  await keepHouse(store, { log, clock: () => NOW, every: MINUTE })();
  vi.advanceTimersByTime(10 * MINUTE);
  await store.ping();
  expect(logged).toEqual([]);
});
