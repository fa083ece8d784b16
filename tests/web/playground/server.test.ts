import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { USUAL_PORT } from '../../../src/web/playground/playground.ts';
import { PlaygroundStartError } from '../../../src/web/playground/start-error.ts';
import { type OpenPlayground, openPlayground } from '../../support/open-playground.ts';
import { rawRequest } from '../../support/raw-request.ts';

let playground: OpenPlayground;
beforeAll(async () => {
  playground = await openPlayground();
});
afterAll(() => playground.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

function post(body: unknown, headers: Record<string, string> = JSON_TYPE) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return rawRequest(playground.url, { path: '/act', method: 'POST', headers, body: text });
}

/** Reads what a person is told until there is an event that fits. */
async function told(user: string, matches: (event: string, data: unknown) => boolean): Promise<unknown> {
  const response = await fetch(`${playground.url}/live?user=${user}`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event = '', json = 'null'] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      const data: unknown = JSON.parse(json);
      // Leaving the loop ends the request.
      if (matches(event, data)) return data;
    }
  }
  throw new Error('The server ended what it tells');
}

describe('the page', () => {
  test('runs its own files alone, and stands in no frame', async () => {
    const { status, headers, body } = await rawRequest(playground.url);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(body).not.toMatch(/<script(?![^>]*src)|\son\w+=|style=|https?:/);
  });

  test('finds every file that it names', async () => {
    const { body } = await rawRequest(playground.url);
    const named = [...body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(4);
    for (const path of named) expect((await rawRequest(playground.url, { path })).status, path).toBe(200);
  });

  test('has only the file in answer to HEAD', async () => {
    expect(await rawRequest(playground.url, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  test.each([
    '/nothing.js',
    '/tsconfig.json',
    '/../playground.ts',
    '/..%2fplayground.ts',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/page/main.js',
    '//etc/passwd',
    '/main.js/',
    '/main.js%00.css',
  ])('is all that is served: %s is not there', async (path) => {
    const { status, body } = await rawRequest(playground.url, { path });
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({ error: 'There is nothing here.' });
  });
});

describe('who may ask', () => {
  test.each(['localhost', '127.0.0.1', 'localhost:3000', 'LOCALHOST'])('the host %s is this machine', async (host) => {
    expect((await rawRequest(playground.url, { headers: { host } })).status).toBe(200);
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    '0.0.0.0',
    '[::1]',
    '192.168.1.5:3000',
    'localhost@evil.example',
  ])('the host "%s" is turned away, whatever it asks for', async (host) => {
    for (const path of ['/', '/main.js', '/live?user=U0DANA']) {
      expect((await rawRequest(playground.url, { path, headers: { host } })).status).toBe(421);
    }
    const act = { user: 'U0DANA', do: 'openMessages' };
    expect((await post(act, { ...JSON_TYPE, host })).status).toBe(421);
  });

  test.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://127.0.0.1:1' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('a post with %j is turned away and does nothing', async (headers, status) => {
    const act = { user: 'U0DANA', do: 'say', channel: 'C0LUNCH', text: 'from another site' };
    expect((await post(act, { ...JSON_TYPE, ...headers })).status).toBe(status);
    expect(JSON.stringify(playground.slack.people.screen('U0DANA'))).not.toContain('from another site');
  });

  test('a post without a type is turned away', async () => {
    expect((await post({}, {})).status).toBe(415);
  });

  test('only posts do something, and nothing else can be posted to', async () => {
    expect(await rawRequest(playground.url, { path: '/act' })).toMatchObject({
      status: 405,
      headers: { allow: 'POST' },
    });
    expect(await rawRequest(playground.url, { method: 'POST', headers: JSON_TYPE, body: '{}' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    });
  });

  test('it cannot be reached but through this machine’s loopback address', () => {
    expect(new URL(playground.url).hostname).toBe('127.0.0.1');
  });
});

describe('bad requests', () => {
  test.each([
    ['{', 'That is not JSON.'],
    ['', 'That is not JSON.'],
    ['[]', /./],
    ['null', /./],
    ['"say"', /./],
    [{ user: 'U0DANA', do: 'fly' }, /./],
    [{ do: 'openHome' }, /user/],
    [{ user: 'U0DANA', do: 'say', channel: 'C0LUNCH', text: 5 }, /text/],
    [{ user: 'U0DANA', do: 'openMessages', more: 1 }, /more/],
    [{ user: 'U0DANA', do: 'press', place: 'modal' }, /action/],
    [{ user: 'U0DANA', do: 'say', channel: 'C0LUNCH', text: 'a'.repeat(40_001) }, /text/],
  ])('%j is refused in words', async (body, error) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(error) });
  });

  test('a body that does not end is given up', async () => {
    expect((await post(`"${'a'.repeat(300_000)}"`)).status).toBe(413);
  });

  test.each([
    [{ user: 'U0NOBODY', do: 'openMessages' }, 'There is nobody U0NOBODY in The Newsroom'],
    [{ user: 'U0DANA', do: 'say', channel: 'C0NOWHERE', text: 'hello' }, 'Slack refuses that: channel_not_found'],
    [
      { user: 'U0DANA', do: 'command', channel: 'C0LUNCH', command: '/weather', text: '' },
      '/weather is not a valid command',
    ],
    [{ user: 'U0DANA', do: 'submit', answers: {} }, 'U0DANA has no modal open'],
    [
      { user: 'U0DANA', do: 'press', place: { channel: 'C0LUNCH', ts: '1.000001' }, action: 'a' },
      'That message is gone',
    ],
  ])('%j is what nobody can do', async (act, refused) => {
    const answer = await post(act);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ refused });
  });

  test('nobody follows what a stranger sees', async () => {
    expect((await rawRequest(playground.url, { path: '/live?user=U0NOBODY' })).status).toBe(404);
    expect((await rawRequest(playground.url, { path: '/live' })).status).toBe(404);
  });
});

describe('what the page is told', () => {
  test('the people, the commands, and questions that the record answers', async () => {
    const greeting = await told('U0DANA', (event) => event === 'greeting');
    expect(greeting).toMatchObject({
      newcomer: 'U0DANA',
      firstChannel: 'C0NEWSROOM',
      bot: { name: 'Dateline' },
      commands: [{ command: '/dateline' }],
      examples: expect.arrayContaining(['When did Iran strike Ain al-Asad?']),
    });
    expect(JSON.stringify(greeting)).not.toContain('C0EDITORS');
  });

  test('an answer, as soon as it is there; only to those who may see it', async () => {
    const text = 'when did Iran strike Ain al Asad?';
    const answered = told(
      'U0SAM',
      (event, data) => event === 'screen' && JSON.stringify(data).includes('8 January 2020, about'),
    );
    const result = await post({ user: 'U0SAM', do: 'say', channel: 'D0SAM', text });
    expect(JSON.parse(result.body)).toEqual({ ts: expect.any(String), acknowledged: true });
    await answered;
    const others = await told('U0MIRA', (event) => event === 'screen');
    expect(JSON.stringify(others)).not.toContain('D0SAM');
  });

  test('the traffic, without the tokens in it', async () => {
    await told('U0DANA', (event, data) => event === 'traffic' && JSON.stringify(data).includes('auth.test'));
    const lines: unknown[] = [];
    await told('U0DANA', (event, data) => {
      if (event === 'traffic') lines.push(data);
      return JSON.stringify(data).includes('apps.connections.open');
    });
    expect(JSON.stringify(lines)).toContain('[secret]');
    expect(JSON.stringify(lines)).not.toMatch(/xoxb-|xapp-/);
  });
});

describe('the port', () => {
  /** Takes a port of this machine, if it is not taken already. */
  async function take(port: number) {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.once('error', () => resolve());
      other.listen(port, '127.0.0.1', resolve);
    });
    const address = other.address() as { port: number } | null;
    return { port: address?.port ?? port, free: () => other.close() };
  }

  test('that somebody asked for and that is taken is told, and nothing stays open', async () => {
    const { port, free } = await take(0);
    const opening = openPlayground({ port });
    await expect(opening).rejects.toThrow(PlaygroundStartError);
    await expect(opening).rejects.toThrow(`Port ${port} is in use: set PORT to another one`);
    free();
  });

  test('that is usual and taken gives way to one that is free', async () => {
    const { free } = await take(USUAL_PORT);
    const other = await openPlayground({ port: undefined });
    expect(new URL(other.url).port).not.toBe(String(USUAL_PORT));
    expect((await rawRequest(other.url)).status).toBe(200);
    await other.stop();
    free();
  });
});
