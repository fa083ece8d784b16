import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepHouse } from '../src/housekeeping.ts';
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
