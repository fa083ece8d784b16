// Lets many subscriptions fall due in one minute, and asks questions meanwhile: how fast the digests are delivered beside what
// Slack's limit of one message a second and channel allows, and how long answers take beside an idle time of the same run.
// Usage: npm run bench:subscriptions [count] [channels]; with TEST_DATABASE_URL over PostgreSQL too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDateline } from '../src/prepared/open.ts';
import { query } from '../tests/support/find-postgres.ts';
import { type Delivered, deliverMany } from './deliver-many.ts';
import { median, quantile } from './statistics.ts';
import { numberArgument } from './usage.ts';

const USAGE = 'npm run bench:subscriptions [count] [channels]';
const count = numberArgument(0, 10_000, 1, USAGE);
const channels = Array.from({ length: numberArgument(1, 500, 1, USAGE) }, (_, n) => `C0LOAD${n}`);
/** Milliseconds that Slack's limit alone takes: the first message of a channel goes at once. */
const floor = (Math.ceil(count / channels.length) - 1) * 1_000;

/** All that falls due in a minute is in the outbox before the next one ends. */
const OWED_WITHIN = 60_000;
/** How many times as long as Slack's limit alone it may take, and a second for the first messages. */
const OVER_FLOOR = 1.25;
const FIRST = 1_000;
/** How much more than Slack's second may lie between two messages of a channel, in milliseconds. */
const OVER_PACE = 100;
/** How much longer an answer may take than in idle times: so many times, and milliseconds; and Slack's limit for it. */
const ANSWERS = { times: 2, more: 100, limit: 3_000 };

const dateline = await openDateline();
const folder = mkdtempSync(join(tmpdir(), 'dateline-subscriptions-'));
try {
  report(
    'SQLite',
    await deliverMany(dateline, { kind: 'sqlite', file: join(folder, 'dateline.db') }, { count, channels }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
const server = process.env.TEST_DATABASE_URL;
if (server) {
  const schema = `dateline_subscriptions_${process.pid}`;
  await query(server, `create schema ${schema}`);
  try {
    const url = new URL(server);
    url.searchParams.set('options', `-c search_path=${schema}`);
    report('PostgreSQL', await deliverMany(dateline, { kind: 'postgres', databaseUrl: url.href }, { count, channels }));
  } finally {
    await query(server, `drop schema ${schema} cascade`);
  }
}

function report(name: string, seen: Delivered): void {
  const { took, owed, answers, loopDelay, processor, memory } = seen;
  const seconds = (ms: number) => Number((ms / 1_000).toFixed(1));
  console.log(`${name}: ${count} subscriptions due at once in ${channels.length} channels`);
  console.table({
    'deliveries a second': (count / seconds(took)).toFixed(0),
    'last delivery, s': seconds(took),
    'Slack’s limit alone, s': seconds(floor),
    'all in the outbox after, s': seconds(owed),
    'from one message of a channel to the next, median, s': (median(seen.gaps) / 1_000).toFixed(2),
    'processor time a delivery, ms': (processor / count).toFixed(1),
    'missing / twice': `${seen.missing} / ${seen.twice}`,
    'refused as too soon (429)': seen.tooSoon,
    'memory, MB': (memory / 2 ** 20).toFixed(0),
  });
  console.table({
    'answers when idle, ms': row(answers.idle),
    'answers meanwhile, ms': row(answers.loaded),
    'event loop delay meanwhile, ms': rounded(loopDelay),
  });
  const slowest = quantile(answers.loaded, 1);
  const atMost = ANSWERS.times * median(answers.idle) + ANSWERS.more;
  hold('every delivery is posted exactly once', seen.missing + seen.twice === 0);
  hold('none is refused as too soon', seen.tooSoon === 0);
  hold(`all is in the outbox within ${seconds(OWED_WITHIN)} s`, owed <= OWED_WITHIN);
  hold(`the last delivery comes within ${OVER_FLOOR} times Slack’s limit`, took <= OVER_FLOOR * floor + FIRST);
  hold(
    `the median channel waits ${OVER_PACE} ms at most beyond Slack’s second`,
    seen.gaps.length === 0 || median(seen.gaps) <= 1_000 + OVER_PACE,
  );
  hold(`the median answer takes ${atMost.toFixed(0)} ms at most`, median(answers.loaded) <= atMost);
  hold(`each answer takes ${ANSWERS.limit} ms at most`, answers.none === 0 && slowest <= ANSWERS.limit);
}

function row(times: readonly number[]) {
  return rounded({ median: median(times), p99: quantile(times, 0.99), max: quantile(times, 1) });
}

function rounded({ median, p99, max }: { median: number; p99: number; max: number }) {
  return { median: Math.round(median), p99: Math.round(p99), max: Math.round(max) };
}

function hold(bar: string, held: boolean): void {
  console.log(`${held ? 'PASS' : 'OVER'}: ${bar}`);
  if (!held) process.exitCode = 1;
}
