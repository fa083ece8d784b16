import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeClock } from '../../src/delivery/clock.ts';
import { Courier } from '../../src/delivery/courier.ts';
import { type DeliveryBench, startDeliveryBench } from '../support/delivery-bench.ts';
import { memoryLog } from '../support/slack-bench.ts';
import { useSqlite } from '../support/stores.ts';

const place = useSqlite();
let bench: DeliveryBench;
let courier: Courier;
beforeEach(async () => {
  bench = await startDeliveryBench(place());
  courier = new Courier({ ...bench.tools, clock: storeClock(bench.store) });
});
afterEach(async () => {
  await courier.stop();
  await bench.stop();
});

/** Puts messages into the outbox by the clock of the store, by which the courier goes. */
const owe = (channel: string, key: string) =>
  bench.store.outbox.add(
    [
      {
        team: bench.slack.workspace.id,
        channel,
        key,
        subscription: null,
        message: { kind: 'notice', dueAt: 0, text: key, blocks: [] },
      },
    ],
    new Date(),
  );

test('it posts what waits when it starts, sleeps, and posts what comes when it is woken', async () => {
  await owe('C0NEWS', 'waited');
  courier.start();
  await bench.slack.journal.until('posted');
  await owe('C0WORLD', 'came later');
  courier.wake();
  await bench.slack.journal.until('posted', () => true, 2);
  expect(bench.posted()).toEqual(['waited', 'came later']);
});

test('a channel that hangs keeps no other waiting, and nothing is sent to it twice meanwhile', async () => {
  const letGo = bench.slack.faults.hang('chat.postMessage');
  await owe('C0NEWS', 'hangs');
  courier.start();
  await bench.slack.journal.until('fault');
  for (const key of ['one', 'two']) await owe('C0WORLD', key);
  await owe('C0NEWS', 'next');
  courier.wake();
  await bench.slack.journal.until('posted', () => true, 2);
  expect(bench.posted()).toEqual(['one', 'two']);
  letGo();
  await bench.slack.journal.until('posted', () => true, 4);
  expect(bench.posted()).toEqual(['one', 'two', 'hangs', 'next']);
});

test('a stop waits for what is under way, keeps what became of it, and begins nothing more', async () => {
  const letGo = bench.slack.faults.hang('chat.postMessage', { afterEffect: true });
  for (const key of ['under way', 'left']) await owe('C0NEWS', key);
  courier.start();
  await bench.slack.journal.until('fault');
  const stopped = courier.stop();
  letGo();
  await stopped;
  expect(bench.posted()).toEqual(['under way']);
  expect((await bench.store.outbox.find('under way'))?.state).toBe('posted');
  expect(await bench.store.outbox.find('left')).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('where the store fails it says so, and goes on when the store does', async () => {
  const { log, logged, logLine } = memoryLog();
  const waits: (() => void)[] = [];
  const real = storeClock(bench.store);
  const after = (ms: number, run: () => void) => {
    // The pause after a failure is the test's to end.
    if (ms < 1_000) return real.after(ms, run);
    waits.push(run);
    return () => {};
  };
  const clock = { ...real, after };
  courier = new Courier({ ...bench.tools, log, clock });
  await owe('C0NEWS', 'one');
  await place().sql('alter table outbox_channels rename to elsewhere');
  courier.start();
  await logLine(({ msg }) => msg === 'the outbox cannot be looked into');
  expect(logged.at(-1)).toMatchObject({ level: 'error', code: 'failed' });
  await place().sql('alter table elsewhere rename to outbox_channels');
  waits.at(-1)!();
  await bench.slack.journal.until('posted');
  expect(bench.posted()).toEqual(['one']);
});
