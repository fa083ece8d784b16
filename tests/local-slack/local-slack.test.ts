import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CREDENTIALS, LocalSlack } from '../../src/local-slack/local-slack.ts';

/** The local Slack must refuse what Slack refuses, or the tests that run against it prove nothing. */
let clock = 0;
let slack: LocalSlack;
beforeEach(async () => {
  clock = 0;
  slack = await LocalSlack.start({
    scopes: ['chat:write', 'im:history'],
    events: ['app_mention'],
    // Acknowledgements expire when a test says so.
    ackTimeoutMs: 600_000,
    now: () => clock,
  });
});
afterEach(() => slack.close());

async function call(method: string, args: Record<string, unknown>, token: string = CREDENTIALS.botToken) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}

const section = (text: unknown) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('a call is refused', () => {
  test.each([
    ['unknown_method', 'chat.shout', {}, CREDENTIALS.botToken],
    ['not_authed', 'auth.test', {}, ''],
    ['invalid_auth', 'auth.test', {}, 'xoxb-other'],
    ['not_allowed_token_type', 'apps.connections.open', {}, CREDENTIALS.botToken],
    ['channel_not_found', 'chat.postMessage', { channel: 'C0NOWHERE', text: 'a' }],
    ['not_in_channel', 'chat.postMessage', { channel: 'C0QUIET', text: 'a' }],
    ['no_text', 'chat.postMessage', { channel: 'C0NEWS' }],
    ['no_text', 'chat.postMessage', { channel: 'C0NEWS', text: ' ', blocks: [] }],
    ['msg_too_long', 'chat.postMessage', { channel: 'C0NEWS', text: 'a'.repeat(40_001) }],
    ['thread_not_found', 'chat.postMessage', { channel: 'C0NEWS', text: 'a', thread_ts: '1.1' }],
    ['invalid_metadata_format', 'chat.postMessage', { channel: 'C0NEWS', text: 'a', metadata: {} }],
    [
      'msg_blocks_too_long',
      'chat.postMessage',
      { channel: 'C0NEWS', text: 'a', blocks: Array(5).fill(section('a'.repeat(2900))) },
    ],
    ['user_not_in_channel', 'chat.postEphemeral', { channel: 'C0NEWS', user: 'U0NOBODY', text: 'a' }],
    ['message_not_found', 'chat.update', { channel: 'C0NEWS', ts: '1.1', text: 'a' }],
    ['missing_scope', 'conversations.history', { channel: 'C0NEWS' }],
  ])('%s: %s %j', async (code, method, args, token = CREDENTIALS.botToken) => {
    expect(await call(method, args, token)).toMatchObject({ ok: false, error: code });
  });
});

describe('blocks are refused', () => {
  const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'b' } };
  test.each([
    ['/blocks/0/type', [{ type: 'nonsense' }]],
    ['/blocks/0/text', [{ type: 'section' }]],
    ['/blocks/0/text/text', [section('')]],
    ['/blocks/0/text/text', [section('a'.repeat(3001))]],
    ['/blocks', Array(51).fill({ type: 'divider' })],
    ['/blocks/0', [{ type: 'divider', text: 'a' }]],
    ['/blocks/0/text/text', [{ type: 'header', text: { type: 'plain_text', text: 'a'.repeat(151) } }]],
    ['/blocks/0/text/type', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }]],
    ['/blocks/0/elements', [{ type: 'context', elements: Array(11).fill({ type: 'mrkdwn', text: 'a' }) }]],
    ['/blocks/0/elements', [{ type: 'context', elements: [] }]],
    [
      '/blocks/0/elements',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, n) => ({ ...button, action_id: `a${n}` })) }],
    ],
    ['/blocks/0/elements/1', [{ type: 'actions', elements: [button, button] }]],
    [
      '/blocks/0/elements/0/text/text',
      [{ type: 'actions', elements: [{ ...button, text: { type: 'plain_text', text: 'a'.repeat(76) } }] }],
    ],
    ['/blocks/0/elements/0/value', [{ type: 'actions', elements: [{ ...button, value: 'a'.repeat(2001) }] }]],
    [
      '/blocks',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
    ],
  ])('at %s', async (pointer, blocks) => {
    const refusal = await call('chat.postMessage', { channel: 'C0NEWS', text: 'a', blocks });
    expect(refusal).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(JSON.stringify(refusal.response_metadata)).toContain(`[json-pointer:${pointer}]`);
  });
});

test('metadata is given back only to who asks for it', async () => {
  const metadata = { event_type: 'a', event_payload: { b: 1 } };
  await call('chat.postMessage', { channel: 'D0ALICE', text: 'a', metadata });
  const plain = await call('conversations.history', { channel: 'D0ALICE' });
  expect(plain.messages).toMatchObject([{ text: 'a' }]);
  expect(JSON.stringify(plain)).not.toContain('event_type');
  const full = await call('conversations.history', { channel: 'D0ALICE', include_all_metadata: 'true' });
  expect(full.messages).toMatchObject([{ text: 'a', metadata }]);
});

describe('a response address', () => {
  async function address(): Promise<string> {
    void slack.people.command('U0ALICE', 'C0QUIET', '/dateline', 'when?');
    const { url } = (await call('apps.connections.open', {}, CREDENTIALS.appToken)) as { url: string };
    const socket = new WebSocket(url);
    const [{ payload } = { payload: {} as Record<string, unknown> }] = await slack.journal.until('delivered');
    await new Promise((resolve) => socket.once('message', resolve));
    socket.terminate();
    return String(payload.response_url);
  }
  const respond = async (url: string, body: unknown) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  };

  test('takes five answers', async () => {
    const url = await address();
    const statuses = [];
    for (let use = 0; use < 6; use += 1) statuses.push(await respond(url, { text: 'a' }));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  test('lives thirty minutes', async () => {
    const url = await address();
    clock = 30 * 60_000 + 1;
    expect(await respond(url, { text: 'a' })).toBe(404);
  });

  test('refuses what Slack refuses', async () => {
    expect(await respond(await address(), { blocks: [{ type: 'nonsense' }], text: 'a' })).toBe(400);
  });
});

describe('Socket Mode', () => {
  test('a ticket opens one connection', async () => {
    const { url } = (await call('apps.connections.open', {}, CREDENTIALS.appToken)) as { url: string };
    const first = new WebSocket(url);
    const hello = await new Promise((resolve) => first.once('message', (data) => resolve(JSON.parse(String(data)))));
    expect(hello).toMatchObject({ type: 'hello' });
    const second = new WebSocket(url);
    const refused = await new Promise((resolve) => second.once('error', (error) => resolve(error.message)));
    expect(refused).toContain('401');
    first.terminate();
  });

  test('what is not acknowledged comes again under the same event id, until it is', async () => {
    const { url } = (await call('apps.connections.open', {}, CREDENTIALS.appToken)) as { url: string };
    const socket = new WebSocket(url);
    const seen: { event_id: string; retry_attempt: number; retry_reason: string }[] = [];
    socket.on('message', (data) => {
      const { type, envelope_id, payload, retry_attempt, retry_reason } = JSON.parse(String(data));
      if (type !== 'events_api') return;
      seen.push({ event_id: payload.event_id, retry_attempt, retry_reason });
      if (retry_attempt === 2) socket.send(JSON.stringify({ envelope_id }));
      else slack.socket.expireAcks();
    });
    await slack.people.say('U0ALICE', 'C0NEWS', '<@U0DATELINE> when?');
    expect(seen).toEqual([
      { event_id: 'Ev1', retry_attempt: 0, retry_reason: '' },
      { event_id: 'Ev1', retry_attempt: 1, retry_reason: 'timeout' },
      { event_id: 'Ev1', retry_attempt: 2, retry_reason: 'timeout' },
    ]);
    socket.terminate();
  });
});
