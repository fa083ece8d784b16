// Lets processes post what is owed while one after another is killed at a random instant, and counts what is missing and
// what was posted twice. One process over SQLite, or several over PostgreSQL.
// Usage: npm run bench:killed [runs] [replicas]; several need TEST_DATABASE_URL, or a PostgreSQL at its usual place.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStore } from '../src/store/open-store.ts';
import type { DatabaseSettings } from '../src/store/store-settings.ts';
import { killAtRandom } from '../tests/support/kill-harness.ts';
import { seededRandom } from '../tests/support/seeded-random.ts';
import { numberArgument } from './usage.ts';

const USAGE = 'npm run bench:killed [runs] [replicas]';
const USUAL = 'postgres://postgres@127.0.0.1:5432/test';

const runs = numberArgument(0, 1_000, 1, USAGE);
const replicas = numberArgument(1, 1, 1, USAGE);

/** An empty database, and how to take it away. */
async function makeDatabase(): Promise<{ settings: DatabaseSettings; remove(): Promise<void> }> {
  if (replicas === 1) {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
    const settings = { kind: 'sqlite' as const, file: join(folder, 'dateline.db') };
    return { settings, remove: async () => rmSync(folder, { recursive: true }) };
  }
  const server = process.env.TEST_DATABASE_URL ?? USUAL;
  const schema = `dateline_killed_${process.pid}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${schema}`);
  return {
    settings: { kind: 'postgres', databaseUrl: url.href },
    remove: () => run(`drop schema ${schema} cascade`),
  };
}

const { settings, remove } = await makeDatabase();
const store = await openStore({ database: settings, encryptionKeys: [], keepUnanswered: false });
const { below } = seededRandom(`${Date.now()}`);
const started = performance.now();
try {
  const { missing, twice, notOwed, ...counts } = await killAtRandom(
    { settings, open: async () => store },
    {
      runs,
      replicas,
      random: () => below(2 ** 31) / 2 ** 31,
      progress: (run) => {
        const seconds = ((performance.now() - started) / 1_000).toFixed(0);
        if (run % 25 === 0) console.log(`${run} of ${runs} runs after ${seconds} s`);
      },
    },
  );
  console.table({ ...counts, missing: missing.length, twice: twice.length, 'not owed': notOwed.length });
  const wrong = [...missing, ...twice, ...notOwed];
  console.log(
    wrong.length === 0 ? 'PASS: nothing is missing, nothing was posted twice.' : `WRONG: ${wrong.join(', ')}`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await store.close();
  await remove();
}
