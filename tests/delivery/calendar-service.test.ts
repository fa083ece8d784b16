import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Calendar, startCalendar } from '../../src/delivery/calendar-service.ts';
import { storeClock } from '../../src/delivery/clock.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { type DeliveryBench, keyOf, startDeliveryBench } from '../support/delivery-bench.ts';
import { desk } from '../support/desk.ts';
import { useSqlite } from '../support/stores.ts';

const DAY = 24 * 60 * 60_000;

const place = useSqlite();
let bench: DeliveryBench;
let ahead: number;
let calendars: Calendar[];
beforeEach(async () => {
  bench = await startDeliveryBench(place());
  ahead = 0;
  calendars = [];
});
afterEach(async () => {
  for (const calendar of calendars) await calendar.stop();
  await bench.stop();
});

const now = () => new Date(Date.now() + ahead);
async function start() {
  let ended = false;
  const calendar = await startCalendar({
    dateline: desk(),
    store: bench.store,
    poster: bench.tools.poster,
    log: bench.tools.log,
    settings: { catchUpMs: 3 * DAY, unknownPosts: 'hold' },
    metrics: createMetrics().delivery,
    clock: { ...storeClock(bench.store), now: async () => now() },
    ticks: () => () => {
      ended = true;
    },
  });
  calendars.push(calendar);
  return { calendar, ended: () => ended };
}
const subscribe = () =>
  bench.store.subscriptions.add(
    {
      team: bench.slack.workspace.id,
      channel: 'C0NEWS',
      user: 'U0ALICE',
      order: { digest: 'on-this-day', schedule: { cron: '0 0 * * *', timeZone: 'UTC' }, filter: {}, emptyDays: 'say' },
      nextRunAt: new Date(Math.ceil(Date.now() / DAY) * DAY),
    },
    new Date(),
  );
const posts = () => bench.slack.workspace.messages.flatMap(({ metadata }) => keyOf(metadata) ?? []);

test('with each tick, what has come due is posted; between ticks, nothing is', async () => {
  const { id } = await subscribe();
  const { calendar } = await start();
  calendar.tick();
  ahead = DAY;
  expect(posts()).toEqual([]);
  calendar.tick();
  await bench.slack.journal.until('posted');
  expect(posts()).toEqual([expect.stringContaining(id)]);
});

test('what came due while nobody was there is posted at the start', async () => {
  await subscribe();
  ahead = DAY;
  await start();
  await bench.slack.journal.until('posted');
  expect(posts()).toHaveLength(1);
});

test('what a process left in the outbox, another one posts at its next tick', async () => {
  const { calendar } = await start();
  const message = { kind: 'notice', dueAt: 0, text: 'left', blocks: [] };
  const left = { team: bench.slack.workspace.id, channel: 'C0NEWS', key: 'left', subscription: null, message };
  await bench.store.outbox.add([left], now());
  calendar.tick();
  await bench.slack.journal.until('posted');
  expect(posts()).toEqual(['left']);
});

test('the record is noted at the start, and a stop ends the ticks', async () => {
  const { calendar, ended } = await start();
  expect(bench.logged).toContainEqual(expect.objectContaining({ msg: 'the record was noted', changes: 0 }));
  await calendar.stop();
  expect(ended()).toBe(true);
});
