import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { LEASE } from '../../src/delivery/retry-policy.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { openStore, storeOver } from '../../src/store/open-store.ts';
import { type DeliveryBench, startDeliveryBench } from '../support/delivery-bench.ts';
import { findPrograms, startOwnPostgres } from '../support/own-postgres.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { usePostgres, useSqlite, wherePostgresIs } from '../support/stores.ts';

const place = useSqlite();

/** Does something each time right after Slack has taken a message, before that can be kept. */
function afterEachPost(bench: DeliveryBench, interfere: () => Promise<void>): void {
  const { poster } = bench.tools;
  const post = poster.post.bind(poster);
  poster.post = async (delivery) => {
    const posting = await post(delivery);
    await interfere();
    return posting;
  };
}

/** Delivers until all is posted, past every lease of what could not be kept. */
async function deliverThroughout(bench: DeliveryBench, keys: readonly string[]): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    await bench.deliver().catch(() => {});
    const { posted } = await bench.store.outbox.count().catch(() => ({ posted: 0 }));
    if (posted === keys.length) return;
    bench.advance(LEASE);
  }
  throw new Error('Not all was posted.');
}

test('SQLite locked by another process after a post: it is found later, and not posted again', async () => {
  const { settings } = place();
  if (settings.kind !== 'sqlite') throw new Error('These are tests over SQLite.');
  const store = await place().open({ database: { ...settings, busyTimeout: 50 } });
  const bench = await startDeliveryBench(place(), { store });
  const other = new DatabaseSync(settings.file);
  try {
    await bench.owe('C0NEWS', 'one');
    let locked = false;
    afterEachPost(bench, async () => {
      if (!locked) other.exec('begin immediate');
      locked = true;
    });
    const [failure] = await bench.deliver().catch((error: unknown) => [error]);
    expect(failure).toMatchObject({ name: 'StoreError', code: 'locked' });
    other.exec('rollback');
    await deliverThroughout(bench, ['one']);
    expect(bench.posted()).toEqual(['one']);
    expect(bench.counted).toContain('in doubt found');
  } finally {
    other.close();
    await bench.stop();
  }
});

test('a disk that is full: nothing is posted that could not be kept, and all of it once there is space', async () => {
  const database = await place().connect();
  await migrate(database);
  const store = storeOver(database, { encryptionKeys: [], keepUnanswered: false });
  const bench = await startDeliveryBench(place(), { store });
  try {
    const keys = ['C0NEWS', 'C0WORLD', 'C0DESK'];
    for (const key of keys) await bench.owe(key, key);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(database.db);
    // Whatever space is left in the last pages is used up by what is owed besides.
    const more: string[] = [];
    let full: unknown;
    while (full === undefined) {
      const key = `more-${more.length}`;
      await bench.owe('C0NEWS', key).then(
        () => more.push(key),
        (error: unknown) => {
          full = error;
        },
      );
    }
    expect(full).toMatchObject({ name: 'StoreError', code: 'full' });
    await bench.deliver().catch(() => {});
    await sql`pragma max_page_count = 100000`.execute(database.db);
    await deliverThroughout(bench, [...keys, ...more]);
    expect(bench.posted().sort()).toEqual([...keys, ...more].sort());
  } finally {
    await bench.stop();
  }
});

wherePostgresIs('PostgreSQL', () => {
  const place = usePostgres();

  test('all connections ended again and again under load: nothing is lost, nothing doubled', async () => {
    const { settings } = place();
    if (settings.kind !== 'postgres') throw new Error('These are tests over PostgreSQL.');
    const application = `faults_${process.pid}`;
    const address = new URL(settings.databaseUrl);
    address.searchParams.set('application_name', application);
    const store = await place().open({ database: { ...settings, databaseUrl: address.href } });
    const bench = await startDeliveryBench(place(), { store });
    try {
      const keys = ['C0NEWS', 'C0WORLD', 'C0DESK'].flatMap((channel) =>
        Array.from({ length: 10 }, (_, n) => `${channel}-${n}`),
      );
      for (const key of keys) await bench.owe(key.split('-')[0]!, key);
      const random = seededRandom('connections that end');
      let ended = 0;
      afterEachPost(bench, async () => {
        if (random.below(10) > 2) return;
        ended += 1;
        await place().sql(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${application}'`,
        );
      });
      await deliverThroughout(bench, keys);
      expect(ended).toBeGreaterThan(3);
      expect(bench.posted().sort()).toEqual([...keys].sort());
    } finally {
      await bench.stop();
    }
  });

  test('a server that takes no mark after a post: it is looked for when it does again, and not posted twice', async () => {
    const bench = await startDeliveryBench(place());
    try {
      await bench.owe('C0NEWS', 'one');
      let gone = false;
      afterEachPost(bench, async () => {
        if (!gone) await place().sql('alter table outbox rename to elsewhere');
        gone = true;
      });
      const [failure] = await bench.deliver().catch((error: unknown) => [error]);
      expect(failure).toMatchObject({ name: 'StoreError' });
      await place().sql('alter table elsewhere rename to outbox');
      await deliverThroughout(bench, ['one']);
      expect(bench.posted()).toEqual(['one']);
      expect(bench.counted).toContain('in doubt found');
    } finally {
      await bench.stop();
    }
  });
});

const programs = findPrograms();
if (!programs) console.warn('PostgreSQL is not installed here: the test that restarts a server is skipped.');

test.skipIf(programs === undefined)(
  'a PostgreSQL that is restarted again and again under load, half of the times as by a power cut: nothing is lost, nothing doubled',
  async () => {
    const server = await startOwnPostgres(programs!);
    const database = { kind: 'postgres' as const, databaseUrl: server.databaseUrl };
    const store = await openStore({ database, encryptionKeys: [], keepUnanswered: false });
    const bench = await startDeliveryBench(place(), { store });
    try {
      const keys = ['C0NEWS', 'C0WORLD', 'C0DESK'].flatMap((channel) =>
        Array.from({ length: 8 }, (_, n) => `${channel}-${n}`),
      );
      for (const key of keys) await bench.owe(key.split('-')[0]!, key);
      const random = seededRandom('a server that restarts');
      let [restarts, restarting] = [0, false];
      afterEachPost(bench, async () => {
        if (restarting || random.below(3) > 0) return;
        restarting = true;
        await server.restart(restarts++ % 2 === 0 ? 'immediate' : 'fast');
        restarting = false;
      });
      await deliverThroughout(bench, keys);
      expect(restarts).toBeGreaterThan(3);
      expect(bench.posted().sort()).toEqual([...keys].sort());
    } finally {
      await bench.stop();
      await store.close();
      await server.takeAway();
    }
  },
);
