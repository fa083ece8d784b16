import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { CREDENTIALS, startNewsroom } from '../support/local-newsroom.ts';
import { callRaw } from '../support/local-slack-client.ts';

/** The local Slack must refuse what Slack refuses, or the tests that run against it prove nothing. */
let slack: LocalSlack;
beforeEach(async () => {
  slack = await startNewsroom({ scopes: ['chat:write', 'im:history', 'reactions:write'], homeTab: false, agent: true });
});
afterEach(() => slack.close());

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const MODAL = { type: 'modal', title: { type: 'plain_text', text: 'a' }, blocks: [] };
const post = (args: object) => ({ channel: 'C0NEWS', text: 'a', ...args });

describe('a call is refused', () => {
  test.each<[code: string, method: string, args: object, token?: string]>([
    ['unknown_method', 'chat.shout', {}],
    ['not_authed', 'auth.test', {}, ''],
    ['invalid_auth', 'auth.test', {}, 'xoxb-other'],
    ['invalid_auth', 'apps.connections.open', {}, 'xapp-other'],
    ['not_allowed_token_type', 'apps.connections.open', {}],
    ['not_allowed_token_type', 'auth.test', {}, CREDENTIALS.appToken],
    ['missing_scope', 'conversations.history', { channel: 'C0NEWS' }],
    ['missing_scope', 'users.info', { user: 'U0ALICE' }],
    ['invalid_arguments', 'chat.postMessage', { text: 'a' }],
    ['invalid_arguments', 'chat.postMessage', post({ colour: 'red' })],
    ['channel_not_found', 'chat.postMessage', post({ channel: 'C0NOWHERE' })],
    ['not_in_channel', 'chat.postMessage', post({ channel: 'C0QUIET' })],
    ['no_text', 'chat.postMessage', { channel: 'C0NEWS' }],
    ['no_text', 'chat.postMessage', post({ text: ' ', blocks: [] })],
    ['msg_too_long', 'chat.postMessage', post({ text: 'a'.repeat(40_001) })],
    ['invalid_thread_ts', 'chat.postMessage', post({ thread_ts: 'yesterday' })],
    ['thread_not_found', 'chat.postMessage', post({ thread_ts: '1.1' })],
    ['markdown_text_conflict', 'chat.postMessage', post({ markdown_text: '**a**' })],
    ['invalid_blocks_format', 'chat.postMessage', post({ blocks: { type: 'divider' } })],
    ['msg_blocks_too_long', 'chat.postMessage', post({ blocks: Array(5).fill(section('a'.repeat(2900))) })],
    ['invalid_attachments', 'chat.postMessage', post({ attachments: [{ blocks: [{ type: 'nonsense' }] }] })],
    ['too_many_attachments', 'chat.postMessage', post({ attachments: Array(101).fill({ text: 'a' }) })],
    ['invalid_metadata_format', 'chat.postMessage', post({ metadata: {} })],
    [
      'invalid_metadata_format',
      'chat.postMessage',
      post({ metadata: { event_type: 'a', event_payload: {}, more: 1 } }),
    ],
    [
      'invalid_metadata_schema',
      'chat.postMessage',
      post({ metadata: { event_type: 'a', event_payload: { b: [[1]] } } }),
    ],
    [
      'metadata_too_large',
      'chat.postMessage',
      post({ metadata: { event_type: 'a', event_payload: { b: 'c'.repeat(8000) } } }),
    ],
    ['user_not_in_channel', 'chat.postEphemeral', post({ user: 'U0NOBODY' })],
    ['message_not_found', 'chat.update', post({ ts: '1.1' })],
    ['message_not_found', 'chat.delete', { channel: 'C0NEWS', ts: '1.1' }],
    ['message_not_found', 'chat.getPermalink', { channel: 'C0NEWS', message_ts: '1.1' }],
    ['thread_not_found', 'conversations.replies', { channel: 'D0ALICE', ts: '1.1' }],
    ['invalid_cursor', 'conversations.history', { channel: 'D0ALICE', cursor: 'nonsense' }],
    ['invalid_limit', 'conversations.history', { channel: 'D0ALICE', limit: 0 }],
    ['invalid_ts_latest', 'conversations.history', { channel: 'D0ALICE', latest: 'noon' }],
    ['invalid_trigger_id', 'views.open', { trigger_id: '1.2.c', view: MODAL }],
    ['not_found', 'views.update', { view_id: 'V0', view: {} }],
    ['not_enabled', 'views.publish', { user_id: 'U0ALICE', view: { type: 'home', blocks: [] } }],
    ['missing_scope', 'assistant.threads.setTitle', { channel_id: 'D0ALICE', thread_ts: '1.1', title: 'a' }],
    ['invalid_thread_ts', 'assistant.threads.setStatus', { channel_id: 'D0ALICE', thread_ts: '1.1', status: 'a' }],
    ['message_not_found', 'reactions.add', { channel: 'C0NEWS', timestamp: '1.1', name: 'eyes' }],
    ['invalid_client_id', 'oauth.v2.access', { client_id: 'other', client_secret: 'x', code: 'y' }, ''],
    ['bad_client_secret', 'apps.uninstall', { client_id: '1000000000.2000000000', client_secret: 'x' }],
  ])('%s: %s %j', async (code, method, args, token = CREDENTIALS.botToken) => {
    const answer = await callRaw(slack, method, args as Record<string, unknown>, token);
    expect(answer).toMatchObject({ ok: false, error: code });
    const [entry] = slack.journal.all('call', ({ method: called }) => called === method);
    expect(entry?.error).toBe(code);
  });

  test('a missing scope is named, with those that there are', async () => {
    expect(await callRaw(slack, 'users.info', { user: 'U0ALICE' })).toMatchObject({
      needed: 'users:read',
      provided: 'chat:write,im:history,reactions:write',
    });
  });

  test('an archived channel takes no message and no update', async () => {
    const posted = await callRaw(slack, 'chat.postMessage', post({}));
    slack.workspace.channels.get('C0NEWS')!.archived = true;
    expect(await callRaw(slack, 'chat.postMessage', post({}))).toMatchObject({ error: 'is_archived' });
    expect(await callRaw(slack, 'chat.update', post({ ts: posted.ts }))).toMatchObject({ error: 'is_inactive' });
  });

  test('a page that made its own name lead here is not answered', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'evil.example' };
      get(`${slack.apiUrl}auth.test`, { headers }, ({ statusCode }) => resolve(statusCode)).on('error', reject);
    });
    expect(status).toBe(421);
  });

  test('a body that is no JSON, or of no known type', async () => {
    const send = async (type: string, body: string) => {
      const headers = { 'content-type': type, authorization: `Bearer ${CREDENTIALS.botToken}` };
      return (await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers, body })).json();
    };
    expect(await send('application/json', '{')).toMatchObject({ error: 'invalid_json' });
    expect(await send('text/xml', '<a/>')).toMatchObject({ error: 'invalid_post_type' });
    const form = new URLSearchParams({ channel: 'C0NEWS', text: 'a', blocks: '[' });
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body: form });
    expect(await answer.json()).toMatchObject({ error: 'invalid_blocks_format' });
  });
});
