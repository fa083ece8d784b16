import { afterEach, beforeEach, expect, test } from 'vitest';
import { Claims, DeliveryHeldError, LEASE } from '../../src/slack/claims.ts';
import type { Store } from '../../src/store/store.ts';
import { memoryLog, NOW } from '../support/slack-bench.ts';
import { type Disposable, makeTestPlace } from '../support/stores.ts';

let disposable: Disposable;
let store: Store;
beforeEach(async () => {
  disposable = await makeTestPlace();
  store = await disposable.place.open();
});
afterEach(() => disposable.takeAway());

/** Two processes over one store, with one clock. */
function twoProcesses() {
  let now = NOW.getTime();
  const { log, logged } = memoryLog();
  const make = () => new Claims(store.seenDeliveries, { clock: () => new Date(now), log });
  const advance = (ms: number) => {
    now += ms;
  };
  return { here: make(), there: make(), advance, logged };
}

test('work is done once in one process, and a second delivery waits for the first', async () => {
  const { here } = twoProcesses();
  const { promise, resolve } = Promise.withResolvers<void>();
  const done: string[] = [];
  const work = async () => {
    await promise;
    done.push('work');
  };
  const first = here.once('key', work);
  const second = here.once('key', work).then((did) => {
    done.push('second');
    return did;
  });
  resolve();
  expect(await Promise.all([first, second])).toEqual([true, false]);
  expect(done).toEqual(['work', 'second']);
  expect(await here.once('key', work)).toBe(false);
  expect(done).toHaveLength(2);
});

test('what another process is doing is held, and settled once that is done', async () => {
  const { here, there } = twoProcesses();
  const { promise, resolve } = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const first = here.once('key', () => {
    began.resolve();
    return promise;
  });
  await began.promise;
  const never = () => Promise.reject(new Error('done twice'));
  await expect(there.once('key', never)).rejects.toThrow(DeliveryHeldError);
  resolve();
  await first;
  expect(await there.once('key', never)).toBe(false);
});

test('what a process left undone when it died can be done by another after the lease, and not before', async () => {
  const { here, there, advance } = twoProcesses();
  void here.once('key', () => new Promise(() => {}));
  await expect.poll(() => store.seenDeliveries.claim('key', { now: NOW, until: NOW })).toBe('held');
  advance(LEASE - 1);
  await expect(there.once('key', async () => {})).rejects.toThrow(DeliveryHeldError);
  advance(1);
  expect(await there.once('key', async () => {})).toBe(true);
});

test('what failed can be tried again at once, by anybody', async () => {
  const { here, there } = twoProcesses();
  const failing = here.once('key', () => Promise.reject(new Error('no')));
  const joined = here.once('key', async () => {});
  await expect(failing).rejects.toThrow('no');
  await expect(joined).rejects.toThrow(DeliveryHeldError);
  expect(await there.once('key', async () => {})).toBe(true);
});

test('a store that fails after the work is done makes nothing fail, and is logged', async () => {
  const { here, logged } = twoProcesses();
  expect(await here.once('key', () => store.close())).toBe(true);
  expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', code: 'closed' }));
});

test('what was settled is forgotten after an hour, and its row is taken away', async () => {
  const { here, advance } = twoProcesses();
  await here.once('key', async () => {});
  advance(60 * 60_000 - 1);
  expect(await here.once('key', async () => {})).toBe(false);
  advance(20 * 60_000);
  await here.once('other', async () => {});
  await expect.poll(() => disposable.place.sql('select key from seen_deliveries')).toEqual([{ key: 'other' }]);
});
