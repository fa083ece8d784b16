import { afterEach, expect, test, vi } from 'vitest';
import { Readiness } from '../../src/health/readiness.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { memoryLog } from '../support/slack-bench.ts';

afterEach(() => {
  vi.useRealTimers();
});

const GONE = new StoreError({ code: 'unreachable', problem: 'The database does not answer', remedy: 'start it' });

/** A process whose store and connection do as they are told. */
function aProcess() {
  const { log, logged } = memoryLog();
  const readiness = new Readiness(log);
  const state = { ping: () => Promise.resolve(), connected: true, pings: 0 };
  const watch = () =>
    readiness.watch({
      store: {
        ping() {
          state.pings += 1;
          return state.ping();
        },
      },
      connected: () => state.connected,
    });
  return { readiness, state, watch, logged };
}

test('it is ready once its start is done, and not any more when its stop begins', async () => {
  const { readiness, watch } = aProcess();
  expect(await readiness.check()).toEqual({
    ok: false,
    process: 'starting',
    store: 'unreachable',
    slack: 'disconnected',
  });
  watch();
  const well = { store: 'reachable', slack: 'connected' };
  expect(await readiness.check()).toEqual({ ok: false, process: 'starting', ...well });
  readiness.begin();
  expect(await readiness.check()).toEqual({ ok: true, process: 'running', ...well });
  readiness.end();
  expect(await readiness.check()).toEqual({ ok: false, process: 'stopping', ...well });
});

test('a stop during the start keeps it unready', async () => {
  const { readiness, watch } = aProcess();
  watch();
  readiness.end();
  readiness.begin();
  expect(await readiness.check()).toMatchObject({ ok: false, process: 'stopping' });
});

test('it is not ready while Slack is not connected, and again when it is', async () => {
  const { readiness, state, watch } = aProcess();
  watch();
  readiness.begin();
  state.connected = false;
  expect(await readiness.check()).toMatchObject({ ok: false, process: 'running', slack: 'disconnected' });
  state.connected = true;
  expect(await readiness.check()).toMatchObject({ ok: true });
});

test('of a store that is lost and comes back the log says so once each, however often it is asked', async () => {
  const { readiness, state, watch, logged } = aProcess();
  watch();
  readiness.begin();
  state.ping = () => Promise.reject(GONE);
  expect(await readiness.check()).toMatchObject({ ok: false, process: 'running', store: 'unreachable' });
  await readiness.check();
  state.ping = () => Promise.resolve();
  expect(await readiness.check()).toMatchObject({ ok: true });
  await readiness.check();
  expect(logged).toMatchObject([
    { level: 'warn', code: 'store_unreachable', remedy: 'start it', msg: 'the store cannot be reached' },
    { level: 'info', msg: 'the store can be reached again' },
  ]);
});

test('a store that a stop has closed is no news', async () => {
  const { readiness, state, watch, logged } = aProcess();
  watch();
  readiness.begin();
  readiness.end();
  state.ping = () => Promise.reject(GONE);
  expect(await readiness.check()).toMatchObject({ ok: false, store: 'unreachable' });
  expect(logged).toEqual([]);
});

test('a store that does not answer in two seconds counts as lost', async () => {
  vi.useFakeTimers();
  const { readiness, state, watch, logged } = aProcess();
  watch();
  readiness.begin();
  state.ping = () => new Promise(() => {});
  const asked = readiness.check();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await asked).toMatchObject({ ok: false, store: 'unreachable' });
  expect(logged).toMatchObject([{ code: 'store_slow' }]);
});

test('many who ask at once have the store asked once', async () => {
  const { readiness, state, watch } = aProcess();
  watch();
  await Promise.all(Array.from({ length: 50 }, () => readiness.check()));
  expect(state.pings).toBe(1);
  await readiness.check();
  expect(state.pings).toBe(2);
});
