import { createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { describeAddress } from '../../../src/store/database/postgres/postgres-address.ts';
import { explainPostgresFailure } from '../../../src/store/database/postgres/postgres-failure.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { query } from '../../support/find-postgres.ts';
import { failureOf, usePostgres, wherePostgresIs } from '../../support/stores.ts';

const PASSWORD = 'p%40ss-w0rd!';
const DECODED = 'p@ss-w0rd!';

const openAt = (databaseUrl: string, statementTimeout = 30_000) =>
  openStore({
    database: { kind: 'postgres', databaseUrl, statementTimeout },
    encryptionKeys: [],
    keepUnanswered: true,
  });

/** Holds that an error tells the password to nobody, not even to who takes it apart. */
function expectNoPassword(error: Error): void {
  const everything = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  for (const secret of [PASSWORD, DECODED, 'ss-w0rd']) expect(everything).not.toContain(secret);
}

/** The address of the server of the tests, with some parts changed. */
function address(parts: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port'>>): string {
  return Object.assign(new URL(inject('postgres')!.databaseUrl), parts).href;
}

describe('an address', () => {
  test.each([
    [`postgres://user:${PASSWORD}@db.example.org:6432/dateline`, 'dateline at db.example.org:6432'],
    [`postgresql://user:${PASSWORD}@db.example.org/my%20base?sslmode=require`, 'my base at db.example.org:5432'],
    [`postgres:///dateline?host=/run/postgresql&password=${PASSWORD}`, 'dateline at /run/postgresql:5432'],
    ['postgres:///dateline', 'dateline at localhost:5432'],
  ])('%s is described without what is secret', (databaseUrl, description) => {
    expect(describeAddress(databaseUrl)).toBe(`PostgreSQL database ${description}`);
  });
});

describe('a server', () => {
  test('that nobody runs is not reached', async () => {
    const { port, server } = await listen(createServer());
    server.close();
    const failure = await failureOf(openAt(`postgres://user:${PASSWORD}@127.0.0.1:${port}/dateline`));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    expect(failure.message).toBe(
      `The PostgreSQL database dateline at 127.0.0.1:${port} does not answer (ECONNREFUSED): see that the server runs, and correct HOST and PORT in DATABASE_URL.`,
    );
    expectNoPassword(failure);
  });

  test('that hangs up is not reached', async () => {
    const { port, server } = await listen(createServer((socket) => socket.destroy()));
    const failure = await failureOf(openAt(`postgres://user:${PASSWORD}@127.0.0.1:${port}/dateline`));
    server.close();
    expect(failure).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    expectNoPassword(failure);
  });

  test('that refuses the password is named with what to correct', async () => {
    const refusal = 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "user"\0\0';
    const message = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(refusal)]);
    message.writeInt32BE(message.length - 1, 1);
    const { port, server } = await listen(createServer((socket) => socket.once('data', () => socket.end(message))));
    const failure = await failureOf(openAt(`postgres://user:${PASSWORD}@127.0.0.1:${port}/dateline`));
    server.close();
    expect(failure).toMatchObject({ name: 'StoreError', code: 'refused' });
    expect(failure.message).toBe(
      `The PostgreSQL database dateline at 127.0.0.1:${port} refuses the user or the password (28P01): correct USER and PASSWORD in DATABASE_URL, and see that pg_hba.conf lets this machine in.`,
    );
    expectNoPassword(failure);
  });
});

describe('what a server answers', () => {
  test.each([
    ['53100', 'full'],
    ['53200', 'full'],
    ['53300', 'unreachable'],
    ['57P01', 'unreachable'],
    ['08006', 'unreachable'],
    ['57014', 'locked'],
    ['25006', 'read-only'],
    ['XX001', 'corrupt'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'refused'],
    ['ENOTFOUND', 'unreachable'],
    ['23505', 'failed'],
  ])('%s means %s', (code, meaning) => {
    const error = Object.assign(new Error('Key (text)=(what somebody wrote)'), { code });
    const explained = explainPostgresFailure(error, 'PostgreSQL database x at y');
    expect(explained).toMatchObject({ code: meaning, cause: error });
    expect(explained.message).toContain(code);
    expect(explained.message).not.toContain('somebody');
  });
});

wherePostgresIs('a real server', () => {
  const place = usePostgres();
  let made = 0;
  const name = () => `${inject('postgres')!.prefix}${process.pid}_x${++made}`;
  const run = (statement: string) => query(inject('postgres')!.databaseUrl, statement);

  test('without the database says so', async () => {
    const failure = await failureOf(openAt(address({ pathname: '/dateline_nowhere', password: PASSWORD })));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'no-database' });
    expect(failure.message).toMatch(/^There is no PostgreSQL database dateline_nowhere at .*: create it with createdb/);
    expectNoPassword(failure);
  });

  test('that does not let the user log in says so', async () => {
    const role = name();
    await run(`create role ${role} nologin`);
    const failure = await failureOf(openAt(address({ username: role, password: PASSWORD })));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'refused' });
    expectNoPassword(failure);
  });

  test('that does not let the user make tables says so, and takes one whose tables were made', async () => {
    const role = name();
    const { settings } = place();
    const url = new URL(settings.kind === 'postgres' ? settings.databaseUrl : '');
    const [, schema] = /search_path=(\S+)/.exec(url.searchParams.get('options')!)!;
    await run(`create role ${role} login password '${DECODED}'`);
    await run(`grant usage on schema ${schema} to ${role}`);
    const asRole = Object.assign(new URL(url), { username: role, password: PASSWORD }).href;
    try {
      const failure = await failureOf(openAt(asRole));
      expect(failure).toMatchObject({ name: 'StoreError', code: 'no-permission' });
      expect(failure.message).toMatch(
        /does not let the user create or change tables \(42501\): make the user the owner/,
      );

      await place().open();
      await run(`grant all on all tables in schema ${schema} to ${role}`);
      const store = await openAt(asRole);
      expect(await store.seenDeliveries.claim('Ev1', { now: new Date(0), until: new Date(1) })).toBe('claimed');
      await store.close();
    } finally {
      await run(`drop owned by ${role}`);
    }
  });

  test('whose schema does not exist says so', async () => {
    const url = new URL(address({}));
    url.searchParams.set('options', '-c search_path=nowhere_at_all');
    expect(await failureOf(openAt(url.href))).toMatchObject({ name: 'StoreError', code: 'no-permission' });
  });

  test('that takes no changes says so at the start, and can be looked at', async () => {
    await place().open();
    const { settings } = place();
    const url = new URL(settings.kind === 'postgres' ? settings.databaseUrl : '');
    url.searchParams.set('options', `${url.searchParams.get('options')} -c default_transaction_read_only=on`);
    const failure = await failureOf(openAt(url.href));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'read-only' });
    expect(failure.message).toContain('point DATABASE_URL at the primary server');
  });

  test('whose database cannot hold every letter says so', async () => {
    const database = name();
    await run(`create database ${database} template template0 encoding 'LATIN1' locale 'C'`);
    const failure = await failureOf(openAt(address({ pathname: `/${database}` })));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'wrong-encoding' });
    expect(failure.message).toContain('keeps text as LATIN1, which does not hold every letter: create it anew');
  });

  test('that keeps a table locked is waited for no longer than a statement may take', async () => {
    const store = await place().open();
    const database = await place().connect();
    const impatient = await openAt((place().settings as { databaseUrl: string }).databaseUrl, 2_000);
    const holding = await database.db.startTransaction().execute();
    await holding.deleteFrom('seen_deliveries').execute();
    await holding.insertInto('seen_deliveries').values({ key: 'Ev1', expires_at: 1_000, settled: 0 }).execute();
    const times = { now: new Date(0), until: new Date(1_000) };
    expect(await failureOf(impatient.seenDeliveries.claim('Ev1', times))).toMatchObject({ code: 'locked' });
    await holding.rollback().execute();
    expect(await store.seenDeliveries.claim('Ev1', times)).toBe('claimed');
    await impatient.close();
  });

  test('that ends every connection is connected to again, and ends no process', async () => {
    const application = name();
    const url = new URL((place().settings as { databaseUrl: string }).databaseUrl);
    url.searchParams.set('application_name', application);
    const store = await openAt(url.href);
    const claim = (key: string) => store.seenDeliveries.claim(key, { now: new Date(0), until: new Date(1_000) });
    await Promise.all(['Ev1', 'Ev2', 'Ev3'].map(claim));

    // One of them waits for a lock as it is ended.
    const database = await place().connect();
    const holding = await database.db.startTransaction().execute();
    await holding.deleteFrom('seen_deliveries').execute();
    const waiting = failureOf(claim('Ev1'));
    const waits = `select 1 from pg_stat_activity where application_name = '${application}' and wait_event_type = 'Lock'`;
    while ((await run(waits)).length === 0);
    const end = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${application}'`;
    expect((await run(end)).length).toBeGreaterThan(1);
    expect(await waiting).toMatchObject({ name: 'StoreError', code: 'unreachable' });
    await holding.rollback().execute();

    const answers: unknown[] = [];
    while (answers.at(-1) !== 'claimed' && answers.length < 20) {
      answers.push(await claim('Ev4').catch((error: { code: string }) => error.code));
    }
    expect(answers.at(-1)).toBe('claimed');
    expect(new Set(answers.slice(0, -1)).difference(new Set(['unreachable'])).size).toBe(0);
    await store.close();
  });
});

async function listen(server: Server): Promise<{ port: number; server: Server }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  return { server, port: typeof listening === 'object' && listening ? listening.port : 0 };
}
