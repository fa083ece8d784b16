import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { FERRIES } from './support/broken-timeline.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const START = join(import.meta.dirname, '..', 'bin', 'start.js');
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };

const path = temporaryFolder();

function start(environment: Record<string, string>, args: string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', DATELINE_DATA: join(FERRIES, '..'), ...environment },
    input: '',
  });
  return { status, stdout, stderr };
}

test('a store that cannot be opened stops the start in a sentence, before Slack is met', () => {
  mkdirSync(path('folder'));
  const { status, stdout, stderr } = start({ ...SLACK, DATELINE_STORE: path('folder') });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toBe(
    `The store ${path('folder')} cannot be opened: set DATELINE_STORE to a file in a folder that the user who runs Dateline can use.\n`,
  );
});

test('an address of PostgreSQL that is wrong stops the start, and its password is not printed', () => {
  const { status, stderr } = start({ ...SLACK, DATABASE_URL: 'mysql://user:s3cret@localhost/dateline' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^DATABASE_URL must be postgres:/);
  expect(stderr).not.toContain('s3cret');
});

test('the chat in the terminal does without a store', () => {
  const { status, stderr } = start({ DATELINE_MODE: 'chat', DATELINE_STORE: path('nowhere/dateline.db') });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

const OAUTH = {
  SLACK_SIGNING_SECRET: SLACK.SLACK_SIGNING_SECRET,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: '0123456789abcdef0123456789abcdef',
  DATELINE_PUBLIC_URL: 'https://dateline.example.org',
  DATELINE_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
};

test.each(['SIGINT', 'SIGTERM'] as const)(
  'with OAuth it is ready before anybody installs it, and %s ends it cleanly',
  async (signal) => {
    const running = spawn(process.execPath, [START], {
      env: {
        PATH: process.env.PATH ?? '',
        DATELINE_DATA: join(FERRIES, '..'),
        DATELINE_STORE: path('dateline.db'),
        PORT: '0',
        ...OAUTH,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => running.once('exit', (code, by) => resolve({ code, by })));
    const lines: Record<string, unknown>[] = [];
    for await (const line of createInterface(running.stdout)) {
      lines.push(JSON.parse(line));
      const { msg, port, install } = lines.at(-1)!;
      if (msg !== 'connected to Slack') continue;
      expect(install).toBe('https://dateline.example.org/slack/install');
      const health = await fetch(`http://127.0.0.1:${port}/health`);
      expect([health.status, await health.json()]).toEqual([200, { ok: true, store: 'reachable', slack: 'connected' }]);
      running.kill(signal);
    }
    expect(await ended).toEqual({ code: 0, by: null });
    expect(lines.at(-1)).toMatchObject({ msg: 'disconnected from Slack', drained: true });
    // A store that was closed leaves no log beside its file.
    expect([existsSync(path('dateline.db')), existsSync(path('dateline.db-wal'))]).toEqual([true, false]);
  },
);

test('a stop says at once that it is not ready, still takes work for a while, and a second signal ends it', async () => {
  const running = spawn(process.execPath, [START], {
    env: {
      PATH: process.env.PATH ?? '',
      DATELINE_DATA: join(FERRIES, '..'),
      DATELINE_STORE: path('dateline.db'),
      PORT: '0',
      DATELINE_OPERATIONS_PORT: '0',
      DATELINE_STOP_DELAY: '600',
      ...OAUTH,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => running.once('exit', (code, by) => resolve({ code, by })));
  const status = async (port: unknown, where: string) => (await fetch(`http://127.0.0.1:${port}${where}`)).status;
  const statuses = async () => [
    await status(operations, '/health'),
    await status(operations, '/ready'),
    await status(slack, '/health'),
    await status(slack, '/ready'),
  ];
  let operations: unknown;
  let slack: unknown;
  for await (const line of createInterface(running.stdout)) {
    const { msg, port } = JSON.parse(line);
    if (msg === 'answering monitors') operations = port;
    if (msg === 'connected to Slack') {
      slack = port;
      while ((await status(operations, '/ready')) !== 200) await new Promise(setImmediate);
      expect(await statuses()).toEqual([200, 200, 200, 200]);
      expect(await (await fetch(`http://127.0.0.1:${operations}/metrics`)).text()).toContain('\ndateline_ready 1\n');
      expect(await status(slack, '/metrics')).toBe(404);
      running.kill('SIGTERM');
    }
    if (msg === 'stopping') {
      expect(await statuses()).toEqual([200, 503, 200, 503]);
      expect(await status(slack, '/slack/install')).toBe(200);
      running.kill('SIGINT');
    }
  }
  expect(await ended).toEqual({ code: null, by: 'SIGINT' });
});

test('monitors and Slack cannot have the same port', () => {
  const { status, stderr } = start({ ...SLACK, PORT: '4000', DATELINE_OPERATIONS_PORT: '4000' });
  expect(status).toBe(1);
  expect(stderr).toBe('DATELINE_OPERATIONS_PORT is 4000, on which Slack is answered: set it to another port.\n');
});

test('the playground tells its address in one line, and nothing is left of it when it ends', async () => {
  mkdirSync(path('temporary'));
  const running = spawn(process.execPath, [START], {
    env: {
      PATH: process.env.PATH ?? '',
      DATELINE_DATA: join(FERRIES, '..'),
      DATELINE_STORE: path('dateline.db'),
      TMPDIR: path('temporary'),
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => running.once('exit', (code, by) => resolve({ code, by })));
  const lines: string[] = [];
  for await (const line of createInterface(running.stdout)) {
    lines.push(line);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);
    expect(readdirSync(path('temporary'))).toHaveLength(1);
    running.kill('SIGINT');
  }
  expect(await ended).toEqual({ code: 0, by: null });
  expect(lines).toHaveLength(1);
  expect(readdirSync(path('temporary'))).toEqual([]);
  expect(existsSync(path('dateline.db'))).toBe(false);
});

test.each([['--nothing'], ['extra'], ['--open=no']])(
  'what stands behind npm start and means nothing is told: %s',
  (argument) => {
    const { status, stdout, stderr } = start({}, [argument]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(`${argument} is not understood: "npm start" takes nothing but "-- --open".\n`);
  },
);
