import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Dateline } from '../src/dateline.ts';
import { startCalendar } from '../src/delivery/calendar-service.ts';
import { storeClock } from '../src/delivery/clock.ts';
import { createLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics/metrics.ts';
import { createSlackApp } from '../src/slack/app.ts';
import { createPoster } from '../src/slack/posting/create-poster.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import type { DatabaseSettings } from '../src/store/store-settings.ts';
import { CREDENTIALS, NEWSROOM } from '../tests/support/local-newsroom.ts';
import type { Seen } from './busy-slack.ts';
import { SlackProcess } from './slack-process.ts';
import { subscribedOrders } from './subscribed-orders.ts';

const HOUR = 60 * 60_000;
/** Slack's limit: milliseconds from one message in a channel to the next. */
const PACE = 1_000;
const ASK_EVERY = 200;
/** Milliseconds in which the first answers warm the engine up, for which idle answers are measured, and between two looks. */
const [WARM_UP, IDLE, LOOK_EVERY] = [3_000, 10_000, 250];
/** Longer than Slack's pace: a message that is posted twice comes by then. */
const AFTERWARDS = 2_500;
/** Nothing takes so long but a delivery that never comes. */
const GIVE_UP = 15 * 60_000;

/** What was seen; times are milliseconds. */
export interface Delivered {
  /** Until the last delivery, and until everything was in the outbox. */
  took: number;
  owed: number;
  missing: number;
  twice: number;
  tooSoon: number;
  /** From each digest of a channel to its next. */
  gaps: number[];
  /** From each question until its answer stood in the channel, and questions that were never answered. */
  answers: { idle: number[]; loaded: number[]; none: number };
  loopDelay: { median: number; p99: number; max: number };
  /** Processor time of the app's process. */
  processor: number;
  /** Most bytes that the app's process held. */
  memory: number;
}

/** Lets subscriptions of channels fall due at one moment, and measures what happens until all of them are delivered. */
export async function deliverMany(
  dateline: Dateline,
  database: DatabaseSettings,
  { count, channels }: { count: number; channels: readonly string[] },
): Promise<Delivered> {
  const slack = await SlackProcess.start({ channels, questions: dateline.examples, pace: PACE, askEvery: ASK_EVERY });
  const store = await openStore({ database, encryptionKeys: [], keepUnanswered: true });
  const due = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + HOUR);
  const keys = await subscribe({ dateline, store, count, channels, due });
  const app = await startApp(dateline, store, slack.apiUrl);
  try {
    slack.say('ask');
    await delay(WARM_UP);
    await slack.seen();
    await delay(IDLE);
    const idle = (await slack.seen()).answered;
    const load = await underLoad({ store, slack, count, due }, () => app.leapTo(due));
    return { ...load, ...countsOf(keys, load.seen), answers: { idle, ...answersOf(load.seen) } };
  } finally {
    await app.stop();
    await store.close();
    await slack.stop();
  }
}

/** Makes the subscriptions. @returns the keys of what they owe */
async function subscribe({
  dateline,
  store,
  count,
  channels,
  due,
}: {
  dateline: Dateline;
  store: Store;
  count: number;
  channels: readonly string[];
  due: Date;
}): Promise<string[]> {
  const keys: string[] = [];
  for (const [n, order] of subscribedOrders(dateline, due, count).entries()) {
    const channel = channels[n % channels.length]!;
    const subscription = { team: NEWSROOM.id, channel, user: 'U0ALICE', order, nextRunAt: due };
    // Nobody subscribes at the same moment as somebody else.
    const { id } = await store.subscriptions.add(subscription, new Date(due.getTime() - 24 * HOUR + n));
    keys.push(`${id}:${due.toISOString()}`);
  }
  return keys;
}

/** The app and the calendar as `serve-slack.ts` starts them, but for a clock that can leap and questions without end. */
async function startApp(dateline: Dateline, store: Store, apiUrl: string) {
  const settings = { mode: 'socket' as const, ...CREDENTIALS, apiUrl };
  const log = createLog('warn');
  const metrics = createMetrics();
  const plenty = { burst: 1_000_000, everyMs: 1 };
  const allowances = { user: plenty, channel: plenty };
  const app = createSlackApp(settings, dateline, { log, clock: () => new Date(), store, metrics, allowances });
  await app.start();
  const clock = storeClock(store);
  let ahead = 0;
  const calendar = await startCalendar({
    dateline,
    store,
    poster: createPoster(settings, { store, log, metrics }),
    log,
    settings: { catchUpMs: 72 * HOUR, unknownPosts: 'hold' },
    metrics: metrics.delivery,
    clock: { ...clock, now: async () => new Date((await clock.now()).getTime() + ahead) },
  });
  return {
    leapTo(moment: Date) {
      ahead = moment.getTime() - Date.now();
      calendar.tick();
    },
    async stop() {
      await calendar.stop();
      await app.stop();
    },
  };
}

async function underLoad(
  { store, slack, count, due }: { store: Store; slack: SlackProcess; count: number; due: Date },
  begin: () => void,
) {
  const seen: Seen[] = [];
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const usage = process.cpuUsage();
  const began = performance.now();
  const sinceThen = () => performance.now() - began;
  begin();
  let [posted, owed, memory] = [0, Number.NaN, 0];
  while (posted < count && sinceThen() < GIVE_UP) {
    await delay(LOOK_EVERY);
    memory = Math.max(memory, process.memoryUsage().rss);
    const next = await store.subscriptions.nextDue();
    if (Number.isNaN(owed) && (next === null || next > due)) owed = sinceThen();
    const latest = await slack.seen();
    seen.push(latest);
    posted += latest.posted.length;
  }
  const took = sinceThen();
  const { user, system } = process.cpuUsage(usage);
  loop.disable();
  slack.say('rest');
  await delay(AFTERWARDS);
  seen.push(await slack.seen());
  const loopDelay = { median: loop.percentile(50) / 1e6, p99: loop.percentile(99) / 1e6, max: loop.max / 1e6 };
  return { took, owed, seen, loopDelay, memory, processor: (user + system) / 1_000 };
}

function countsOf(keys: readonly string[], seen: readonly Seen[]) {
  const times = Map.groupBy(
    seen.flatMap(({ posted }) => posted),
    (key) => key,
  );
  return {
    missing: keys.filter((key) => !times.has(key)).length,
    twice: [...times.values()].filter(({ length }) => length > 1).length,
    tooSoon: seen.reduce((sum, each) => sum + each.tooSoon, 0),
    gaps: seen.flatMap(({ gaps }) => gaps),
  };
}

function answersOf(seen: readonly Seen[]) {
  return { loaded: seen.flatMap(({ answered }) => answered), none: seen.at(-1)!.open };
}
