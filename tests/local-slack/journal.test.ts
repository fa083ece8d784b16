import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { CREDENTIALS, SIGNING_SECRET, startNewsroom } from '../support/local-newsroom.ts';
import { callRaw, clientFor } from '../support/local-slack-client.ts';

let slack: LocalSlack;
beforeEach(async () => {
  slack = await startNewsroom({ events: [] });
});
afterEach(() => slack.close());

test('holds every call with its answer, one a line', async () => {
  await clientFor(slack).chat.postMessage({ channel: 'C0NEWS', text: 'a' });
  await callRaw(slack, 'chat.postMessage', { channel: 'C0NOWHERE', text: 'b' });
  const lines = slack.journal
    .toJsonLines()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual(JSON.parse(JSON.stringify(slack.journal.entries)));
  expect(lines).toMatchObject([
    { kind: 'posted', message: { text: 'a' } },
    { kind: 'call', method: 'chat.postMessage', team: 'T0NEWSDESK', args: { text: 'a' }, answer: { ok: true } },
    { kind: 'call', args: { text: 'b' }, error: 'channel_not_found' },
  ]);
});

test('holds no secret', async () => {
  const { clientId: client_id, clientSecret: client_secret } = slack.app;
  await callRaw(slack, 'apps.connections.open', {}, CREDENTIALS.appToken);
  await callRaw(slack, 'auth.test', { token: CREDENTIALS.botToken });
  await callRaw(slack, 'oauth.v2.access', { client_id, client_secret, code: 'the-code' }, '');
  await clientFor(slack).chat.postMessage({ channel: 'C0NEWS', text: `psst: ${CREDENTIALS.botToken}` });
  const text = slack.journal.toJsonLines();
  expect(text).toContain('[secret]');
  for (const secret of [CREDENTIALS.botToken, CREDENTIALS.appToken, SIGNING_SECRET, client_secret, 'the-code']) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/ticket=(?!\[secret\])/);
});

test('tells what comes next', async () => {
  const next = slack.journal.next((entry) => entry.kind === 'posted' && entry.message.text === 'b');
  for (const text of ['a', 'b']) await clientFor(slack).chat.postMessage({ channel: 'C0NEWS', text });
  expect(await next).toMatchObject({ kind: 'posted', message: { text: 'b' } });
});
