// Lets many subscriptions fall due in one minute, and asks questions meanwhile: how fast the digests are delivered beside what
// Slack's limit of one message a second and channel allows, and how long answers take beside an idle time of the same run.
// Usage: npm run bench:subscriptions [count] [channels]; with TEST_DATABASE_URL over PostgreSQL too.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startCalendar } from '../src/delivery/calendar-service.ts';
import { storeClock } from '../src/delivery/clock.ts';
import { createLog } from '../src/log.ts';
import { createMetrics } from '../src/metrics/metrics.ts';
import { openDateline } from '../src/prepared/open.ts';
import { createSlackApp } from '../src/slack/app.ts';
import { createPoster } from '../src/slack/posting/create-poster.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import type { DatabaseSettings } from '../src/store/store-settings.ts';
import { CREDENTIALS, NEWSROOM } from '../tests/support/local-newsroom.ts';
import type { BusySlackSettings, Seen } from './busy-slack.ts';
import { median, quantile } from './statistics.ts';
import { subscribedOrders } from './subscribed-orders.ts';
import { numberArgument } from './usage.ts';

const USAGE = 'npm run bench:subscriptions [count] [channels]';
const count = numberArgument(0, 10_000, 1, USAGE);
const channels = Array.from({ length: numberArgument(1, 500, 1, USAGE) }, (_, n) => `C0LOAD${n}`);

const PACE = 1_000;
const ASK_EVERY = 200;
const IDLE = 10_000;
const HOUR = 60 * 60_000;
const MOST = { openFor: 10 * 60_000 };

const dateline = await openDateline();
const log = createLog('warn');

/** The local Slack in its process. */
class BusySlack {
  readonly #child;

  private constructor(settings: BusySlackSettings) {
    const script = fileURLToPath(new URL('./busy-slack.ts', import.meta.url));
    this.#child = fork(script, [JSON.stringify(settings)]);
  }

  static async start(settings: BusySlackSettings): Promise<{ slack: BusySlack; apiUrl: string }> {
    const slack = new BusySlack(settings);
    const [{ apiUrl }] = (await once(slack.#child, 'message')) as [{ apiUrl: string }];
    return { slack, apiUrl };
  }

  say(word: 'ask' | 'rest'): void {
    this.#child.send(word);
  }

  async seen(): Promise<Seen> {
    const heard = once(this.#child, 'message');
    this.#child.send('tell');
    const [{ seen }] = (await heard) as [{ seen: Seen }];
    return seen;
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.disconnect();
    await gone;
  }
}

async function measure(database: DatabaseSettings) {
  const { slack, apiUrl } = await BusySlack.start({
    channels,
    questions: dateline.examples,
    pace: PACE,
    askEvery: ASK_EVERY,
  });
  const store = await openStore({ database, encryptionKeys: [], keepUnanswered: true });
  const due = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + HOUR);
  const keys = await subscribe(store, due);
  const settings = { mode: 'socket' as const, ...CREDENTIALS, apiUrl };
  const plenty = { burst: 1_000_000, everyMs: 1 };
  const metrics = createMetrics();
  const app = createSlackApp(settings, dateline, {
    log,
    clock: () => new Date(),
    store,
    metrics,
    allowances: { user: plenty, channel: plenty },
  });
  await app.start();
  let ahead = 0;
  const clock = storeClock(store);
  const calendar = await startCalendar({
    dateline,
    store,
    poster: createPoster(settings, { store, log, metrics }),
    log,
    settings: { catchUpMs: 72 * HOUR, unknownPosts: 'hold' },
    metrics: metrics.delivery,
    clock: { ...clock, now: async () => new Date((await clock.now()).getTime() + ahead) },
  });
  slack.say('ask');
  // The first answers warm the engine up.
  await delay(3_000);
  await slack.seen();
  await delay(IDLE);
  const idle = await slack.seen();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const usage = process.cpuUsage();
  const began = performance.now();
  ahead = due.getTime() - Date.now();
  calendar.tick();
  const seen: Seen[] = [];
  let posted = 0;
  let memory = 0;
  let accounted: number | undefined;
  const owedBy = { first: 0 };
  while (posted < count && performance.now() - began < MOST.openFor) {
    await delay(250);
    memory = Math.max(memory, process.memoryUsage().rss);
    const next = await store.subscriptions.nextDue();
    if (accounted === undefined && next !== null && next > due) accounted = performance.now() - began;
    seen.push(await slack.seen());
    posted += seen.at(-1)!.posted.length;
  }
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(usage);
  loop.disable();
  slack.say('rest');
  // What was posted twice would come now.
  await delay(2_500);
  seen.push(await slack.seen());
  await calendar.stop();
  await app.stop();
  await store.close();
  await slack.stop();
  const deliveries = seen.flatMap((each) => each.posted);
  const times = new Map<string, number>();
  for (const { key } of deliveries) times.set(key, (times.get(key) ?? 0) + 1);
  void owedBy;
  return {
    took: took / 1_000,
    accounted: (accounted ?? Number.NaN) / 1_000,
    missing: keys.filter((key) => !times.has(key)).length,
    twice: [...times.values()].filter((each) => each > 1).length,
    tooSoon: seen.reduce((sum, each) => sum + each.tooSoon, 0),
    idle: idle.answered,
    load: seen.flatMap((each) => each.answered),
    open: seen.at(-1)!.open,
    loop: { median: loop.percentile(50) / 1e6, p99: loop.percentile(99) / 1e6, max: loop.max / 1e6 },
    memory: memory / 2 ** 20,
    processor: (user + system) / 1_000 / took,
    slackProcessor: median(seen.map((each) => each.processor)),
  };
}

/** Makes the subscriptions. @returns the keys of what they owe */
async function subscribe(store: Store, due: Date): Promise<string[]> {
  const keys: string[] = [];
  const now = new Date(due.getTime() - 24 * HOUR);
  for (const [n, order] of subscribedOrders(dateline, due, count).entries()) {
    const channel = channels[n % channels.length]!;
    const subscription = { team: NEWSROOM.id, channel, user: 'U0ALICE', order, nextRunAt: due };
    const { id } = await store.subscriptions.add(subscription, new Date(now.getTime() + n));
    keys.push(`${id}:${due.toISOString()}`);
  }
  return keys;
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-load-'));
const only = process.env.ONLY;
if (only !== 'pg') {
  const result = await measure({ kind: 'sqlite', file: join(folder, 'dateline.db') });
  report(result);
}
rmSync(folder, { recursive: true });
const server = process.env.TEST_DATABASE_URL;
if (server) {
  const schema = `dateline_load_${process.pid}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  try {
    report(await measure({ kind: 'postgres', databaseUrl: url.href }));
  } finally {
    await run(`drop schema ${schema} cascade`);
  }
}

function report({ idle, load, ...rest }: Awaited<ReturnType<typeof measure>>) {
  const of = (t: number[]) => ({ n: t.length, median: median(t), p99: quantile(t, 0.99), max: quantile(t, 1) });
  console.log({
    ...rest,
    idle: of(idle),
    load: of(load),
    persecond: count / rest.took,
    floor: Math.ceil(count / channels.length) - 1,
  });
}
