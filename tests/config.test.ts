import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../src/config.ts';
import { HOME } from '../src/prepared/home.ts';

const BOT = 'xoxb-12-ab';
const APP = 'xapp-1-A1';
const SECRET = '0123456789abcdef0123456789abcdef';

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
  test('without Slack, the embedded default', () => {
    expect(readConfig({})).toEqual({ mode: 'chat', logLevel: 'info' });
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

  test('the setting decides', () => {
    const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET };
    expect(readConfig({ ...env, DATELINE_MODE: 'http' }).slack?.mode).toBe('http');
    expect(readConfig({ ...env, DATELINE_MODE: 'chat' })).not.toHaveProperty('slack');
  });

  test.each([
    [{ DATELINE_MODE: 'socket', SLACK_BOT_TOKEN: BOT }, 'SLACK_APP_TOKEN'],
    [{ DATELINE_MODE: 'http', SLACK_BOT_TOKEN: BOT }, 'SLACK_SIGNING_SECRET'],
    [{ SLACK_APP_TOKEN: APP }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: BOT }, 'SLACK_APP_TOKEN'],
  ])('%j lacks %s', (env, variable) => {
    expect(problemsOf(env)).toMatchObject([{ variable, message: expect.stringContaining('is missing') }]);
  });
});

test('empty and blank variables are absent, and space around a value is no part of it', () => {
  expect(readConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '  ', PORT: '' }).mode).toBe('chat');
  expect(readConfig({ SLACK_BOT_TOKEN: ` ${BOT}\n`, SLACK_APP_TOKEN: APP }).slack?.botToken).toBe(BOT);
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
    ['SLACK_API_URL', 'ftp://hidden', 'http(s) address'],
    ['DATELINE_MODE', 'hidden', 'socket, http or chat'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', 'hidden', 'from 0 to 65535'],
    ['LOG_LEVEL', 'hidden', 'must be one of trace, debug'],
  ])('%s=%s is named with its remedy and never printed', (variable, value, message) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems).toMatchObject([{ variable, message: expect.stringContaining(message) }]);
    expect(problems[0]?.message).not.toContain(value);
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

test('the README has a row for every setting, in the words in which it is declared', () => {
  const readme = readFileSync(join(HOME, 'README.md'), 'utf8').replace(/ +/g, ' ');
  expect(SETTINGS.map(({ name }) => name)).toContain('SLACK_BOT_TOKEN');
  for (const { name, description, byDefault } of SETTINGS)
    expect(readme).toContain(`\n| \`${name}\` | ${description} | ${byDefault} |\n`);
});
