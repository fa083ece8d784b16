import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../src/config.ts';
import { HOME } from '../src/prepared/home.ts';
import { readStoreSettings } from '../src/store-config.ts';

const BOT = 'xoxb-12-ab';
const APP = 'xapp-1-A1';
const SECRET = '0123456789abcdef0123456789abcdef';

const OAUTH = {
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_CLIENT_ID: '12.34',
  SLACK_CLIENT_SECRET: SECRET,
  DATELINE_PUBLIC_URL: 'https://dateline.example.org/',
  DATELINE_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
};

function problemsOf(env: Record<string, string>): readonly { variable: string; message: string }[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the mode', () => {
  test('without Slack, the playground, whose log says only what is wrong', () => {
    expect(readConfig({})).toEqual({
      mode: 'playground',
      logLevel: 'warn',
      delivery: { catchUpMs: 72 * 60 * 60_000, unknownPosts: 'hold' },
      editors: { people: [] },
      operations: { stopDelay: 0 },
      store: {
        database: { kind: 'sqlite', file: 'store/dateline.db' },
        encryptionKeys: [],
        keepUnanswered: false,
      },
    });
  });

  test('Socket Mode where there is an app token, even beside a signing secret', () => {
    const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET };
    expect(readConfig(env).slack).toEqual({ mode: 'socket', botToken: BOT, appToken: APP });
  });

  test('HTTP where there is only a signing secret', () => {
    const env = {
      SLACK_BOT_TOKEN: BOT,
      SLACK_SIGNING_SECRET: SECRET,
      PORT: '8080',
      SLACK_API_URL: 'http://localhost:1/api/',
    };
    expect(readConfig(env).slack).toEqual({
      mode: 'http',
      botToken: BOT,
      signingSecret: SECRET,
      port: 8080,
      apiUrl: 'http://localhost:1/api/',
    });
  });

  test('OAuth where there is a client id in place of a token', () => {
    expect(readConfig(OAUTH).slack).toEqual({
      mode: 'http',
      signingSecret: SECRET,
      port: 3000,
      clientId: '12.34',
      clientSecret: SECRET,
      publicUrl: 'https://dateline.example.org',
    });
  });

  test.each([
    [{ ...OAUTH, SLACK_BOT_TOKEN: BOT }, 'SLACK_BOT_TOKEN', 'remove the token to have the app installed by OAuth'],
    [{ ...OAUTH, SLACK_APP_TOKEN: APP }, 'SLACK_CLIENT_ID', 'remove it, or remove SLACK_APP_TOKEN'],
    [{ ...OAUTH, SLACK_CLIENT_ID: '', DATELINE_MODE: 'socket' }, 'SLACK_CLIENT_SECRET', 'the mode is socket'],
  ])('one workspace and many exclude each other: %j', (env, variable, message) => {
    expect(problemsOf(env)).toMatchObject([{ variable, message: expect.stringContaining(message) }]);
  });

  test('the setting decides', () => {
    const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET };
    expect(readConfig({ ...env, DATELINE_MODE: 'http' }).slack?.mode).toBe('http');
    expect(readConfig({ ...env, DATELINE_MODE: 'chat' })).not.toHaveProperty('slack');
    expect(readConfig({ ...env, DATELINE_MODE: 'playground' })).not.toHaveProperty('slack');
    expect(readConfig({ DATELINE_MODE: 'chat' })).toMatchObject({ mode: 'chat', logLevel: 'info' });
  });

  test('the playground takes a port and a level of the log of its own', () => {
    expect(readConfig({ PORT: '0', LOG_LEVEL: 'debug' })).toMatchObject({ port: 0, logLevel: 'debug' });
    expect(readConfig({})).not.toHaveProperty('port');
  });

  test.each([
    [{ DATELINE_MODE: 'socket', SLACK_BOT_TOKEN: BOT }, 'SLACK_APP_TOKEN'],
    [{ DATELINE_MODE: 'http', SLACK_BOT_TOKEN: BOT }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: BOT }, 'SLACK_APP_TOKEN'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_CLIENT_SECRET: SECRET }, 'SLACK_SIGNING_SECRET'],
    [{ ...OAUTH, DATELINE_ENCRYPTION_KEY: '' }, 'DATELINE_ENCRYPTION_KEY'],
    [{ ...OAUTH, SLACK_CLIENT_ID: '' }, 'SLACK_CLIENT_ID'],
    [{ ...OAUTH, SLACK_CLIENT_SECRET: '' }, 'SLACK_CLIENT_SECRET'],
    [{ ...OAUTH, DATELINE_PUBLIC_URL: '' }, 'DATELINE_PUBLIC_URL'],
  ])('%j lacks %s', (env, variable) => {
    expect(problemsOf(env)).toMatchObject([{ variable, message: expect.stringContaining('is missing') }]);
  });
});

test('empty and blank variables are absent, and space around a value is no part of it', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ', PORT: '' }).mode).toBe('playground');
  expect(readConfig({ SLACK_BOT_TOKEN: ` ${BOT}\n`, SLACK_APP_TOKEN: APP }).slack).toMatchObject({ botToken: BOT });
});

describe('the store', () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

  test('is a file, or PostgreSQL wherever there is an address of it', () => {
    expect(readConfig({ DATELINE_STORE: '/srv/dateline.db' }).store.database).toEqual({
      kind: 'sqlite',
      file: '/srv/dateline.db',
    });
    for (const databaseUrl of [
      'postgres://user:p%40ss@db.example.org:6432/dateline?sslmode=verify-full',
      'postgresql://localhost/dateline',
      'postgres:///dateline?host=/run/postgresql',
    ]) {
      const env = { DATABASE_URL: databaseUrl, DATELINE_STORE: '/srv/dateline.db' };
      expect(readConfig(env).store.database).toEqual({ kind: 'postgres', databaseUrl });
      expect(readStoreSettings(env).database).toEqual({ kind: 'postgres', databaseUrl });
    }
  });

  test('takes several keys, the newest first', () => {
    expect(readConfig({ DATELINE_ENCRYPTION_KEY: key(1) }).store.encryptionKeys).toEqual([key(1)]);
    const two = { DATELINE_ENCRYPTION_KEY: `${key(2)}, ${key(1)}` };
    expect(readConfig(two).store.encryptionKeys).toEqual([key(2), key(1)]);
  });

  test('keeps the words of questions only where that is turned on', () => {
    expect(readConfig({ DATELINE_KEEP_UNANSWERED: 'on' }).store.keepUnanswered).toBe(true);
    expect(readConfig({ DATELINE_KEEP_UNANSWERED: 'off' }).store.keepUnanswered).toBe(false);
  });

  test('is read alone without a word about the rest', () => {
    expect(readStoreSettings({ SLACK_BOT_TOKEN: 'wrong' }).keepUnanswered).toBe(false);
    expect(() => readStoreSettings({ DATELINE_KEEP_UNANSWERED: 'maybe' })).toThrow(ConfigError);
  });
});

describe('a wrong value', () => {
  test.each([
    ['SLACK_BOT_TOKEN', 'xoxp-hidden', 'must be a bot token (xoxb-…) and holds a user token: copy the'],
    ['SLACK_BOT_TOKEN', 'xapp-hidden', 'holds an app-level token'],
    ['SLACK_BOT_TOKEN', 'xoxe.xoxb-hidden', 'holds a rotating token'],
    ['SLACK_APP_TOKEN', 'xoxb-hidden', 'holds a bot token: create one with the scope connections:write'],
    ['SLACK_APP_TOKEN', 'hidden', 'does not look like one'],
    ['SLACK_SIGNING_SECRET', 'xoxb-hidden', 'holds a bot token'],
    ['SLACK_SIGNING_SECRET', 'hidden', '32 hexadecimal digits'],
    ['SLACK_CLIENT_ID', 'hidden', 'two numbers with a dot between'],
    ['SLACK_CLIENT_SECRET', 'xoxb-hidden', 'holds a bot token'],
    ['DATELINE_PUBLIC_URL', 'http://hidden.example.org', 'must be an https address without a path'],
    ['DATELINE_PUBLIC_URL', 'https://hidden.example.org/path', 'must be an https address without a path'],
    ['DATELINE_PUBLIC_URL', 'https://user:hid@hidden.example.org', 'must be an https address without a path'],
    ['DATELINE_PUBLIC_URL', 'hidden', 'must be an https address without a path'],
    ['SLACK_API_URL', 'ftp://hidden', 'http(s) address'],
    ['DATELINE_MODE', 'hidden', 'socket, http, playground or chat'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', 'hidden', 'from 0 to 65535'],
    ['LOG_LEVEL', 'hidden', 'must be one of trace, debug'],
    ['DATABASE_URL', 'mysql://user:hidden@host/dateline', 'must be postgres://USER:PASSWORD@HOST:PORT/DATABASE'],
    ['DATABASE_URL', 'hidden', 'written as %XX'],
    ['DATABASE_URL', 'postgres://user:hid#den@host/dateline', 'written as %XX'],
    ['DATABASE_URL', 'postgres://user:hid/den@host/dateline', 'written as %XX'],
    ['DATABASE_URL', 'postgres://user:hid%den@host/dateline', 'written as %XX'],
    ['DATABASE_URL', 'postgres://user:hid den@host/dateline', 'written as %XX'],
    ['DATABASE_URL', 'postgres://user:hid"den@host/dateline', 'written as %XX'],
    ['DATABASE_URL', 'postgres://user:hidden@host/', 'must be postgres://'],
    ['DATELINE_STORE', 'postgres://user:hidden@host/dateline', 'an address of PostgreSQL goes into DATABASE_URL'],
    ['DATELINE_STORE', ':memory:', 'must be the path of a file'],
    ['DATELINE_STORE', 'hidden/', 'must be the path of a file'],
    ['DATELINE_ENCRYPTION_KEY', 'hidden', 'must be 32 bytes in base64'],
    ['DATELINE_ENCRYPTION_KEY', `${'A'.repeat(43)}=,hidden`, 'make one with "openssl rand -base64 32"'],
    ['DATELINE_KEEP_UNANSWERED', 'hidden', 'must be on or off'],
  ])('%s=%s is named with its remedy and never printed', (variable, value, message) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems).toMatchObject([{ variable, message: expect.stringContaining(message) }]);
    expect(problems[0]?.message).not.toContain(value);
    expect(problems[0]?.message).not.toMatch(/hid/);
    expect(problems[0]?.message).toMatch(/\.$/);
  });

  test('every problem is told at once', () => {
    const error = new ConfigError(problemsOf({ PORT: 'x', LOG_LEVEL: 'y' }));
    expect(error.message.split('\n')).toHaveLength(2);
  });
});

test('the record is the one that is named, and the one that comes with the project where none is', () => {
  expect(readConfig({ DATELINE_DATA: ' somewhere/else ' }).dataDirectory).toBe('somewhere/else');
  expect(readConfig({ DATELINE_DATA: ' ' })).not.toHaveProperty('dataDirectory');
});

describe('the editors', () => {
  test('a channel, and people with commas between', () => {
    expect(readConfig({ DATELINE_EDITORS_CHANNEL: 'C0123', DATELINE_EDITORS: 'U01, W02' }).editors).toEqual({
      channel: 'C0123',
      people: ['U01', 'W02'],
    });
  });

  test.each([
    [{ DATELINE_EDITORS_CHANNEL: '#desk' }, 'must be the id of a channel, such as C0123456789'],
    [{ DATELINE_EDITORS: 'U01,@bob' }, 'must be ids of people, such as U0123456789'],
  ])('%j is refused with what to write', (env, words) => {
    const [problem] = problemsOf(env as Record<string, string>);
    expect(problem?.message).toContain(words);
  });
});

describe('operations', () => {
  test('serve nothing and wait for nothing unless somebody says so', () => {
    expect(readConfig({}).operations).toEqual({ stopDelay: 0 });
    expect(readConfig({ DATELINE_OPERATIONS_HOST: '0.0.0.0' }).operations).toEqual({ stopDelay: 0 });
  });

  test('have a port on this machine alone, or on the address that is named, and wait for seconds', () => {
    expect(readConfig({ DATELINE_OPERATIONS_PORT: '9464' }).operations.monitoring).toEqual({
      host: '127.0.0.1',
      port: 9464,
    });
    const env = { DATELINE_OPERATIONS_PORT: '0', DATELINE_OPERATIONS_HOST: '::', DATELINE_STOP_DELAY: '15' };
    expect(readConfig(env).operations).toEqual({ monitoring: { host: '::', port: 0 }, stopDelay: 15_000 });
  });

  test.each([
    ['DATELINE_OPERATIONS_PORT', '70000', 'must be a port number'],
    ['DATELINE_OPERATIONS_PORT', 'http', 'must be a port number'],
    ['DATELINE_OPERATIONS_HOST', 'http://here', 'must be an address or a host name'],
    ['DATELINE_STOP_DELAY', '601', 'must be a number of seconds from 0 to 600'],
    ['DATELINE_STOP_DELAY', '5s', 'must be a number of seconds from 0 to 600'],
  ])('%s=%s is refused', (variable, value, message) => {
    expect(problemsOf({ [variable]: value })).toMatchObject([{ variable, message: expect.stringContaining(message) }]);
  });

  test('are served on another port than Slack is', () => {
    const http = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET };
    expect(problemsOf({ ...http, DATELINE_OPERATIONS_PORT: '3000' })).toMatchObject([
      { variable: 'DATELINE_OPERATIONS_PORT', message: expect.stringContaining('on which Slack is answered') },
    ]);
    expect(problemsOf({ ...http, PORT: '0', DATELINE_OPERATIONS_PORT: '0' })).toEqual([]);
  });
});

test('the README lists every setting as the code describes it', () => {
  const readme = readFileSync(join(HOME, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('\n## Settings')).matchAll(/^\| `([A-Z_]+)` +\| (.*?) +\| (.*?) +\|$/gm);
  const listed = [...table].map(([, name, description, byDefault]) => ({ name, description, byDefault }));
  expect(listed).toEqual(SETTINGS.map(({ name, description, byDefault }) => ({ name, description, byDefault })));
});

test('every setting is described', () => {
  expect(SETTINGS.map(({ name }) => name)).toContain('SLACK_BOT_TOKEN');
  for (const { description, byDefault } of SETTINGS) expect([description, byDefault]).not.toContain('');
});
