import { createEmulator, type Emulator } from 'emulate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signatureHeaders } from '../../src/local-slack/delivery/signature.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { FakeDateline } from '../support/fake-dateline.ts';
import { SIGNING_SECRET } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';
import { memoryLog, NOW } from '../support/slack-bench.ts';
import { makeTestPlace, type Place } from '../support/stores.ts';

/** The door before a server that somebody else wrote: what it posts must be right there too. */
const TOKEN = 'xoxb-test-token';

let emulator: Emulator;
let app: SlackApp;
let place: Place;
let takeAway: () => Promise<void>;
let channel = '';
let address = '';
beforeEach(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [{ name: 'alice' }],
        channels: [{ name: 'newsroom' }],
        tokens: [{ token: TOKEN, user: 'alice' }],
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const { channels } = await clientFor({ apiUrl }, TOKEN).conversations.list();
  channel = channels?.find(({ name }) => name === 'newsroom')?.id ?? '';
  const settings = { mode: 'http' as const, botToken: TOKEN, signingSecret: SIGNING_SECRET, port: 0, apiUrl };
  ({ place, takeAway } = await makeTestPlace());
  const store = await place.open();
  app = createSlackApp(settings, new FakeDateline(), { log: memoryLog().log, clock: () => NOW, store });
  const { port } = await app.start();
  address = `http://127.0.0.1:${port}/slack/events`;
});
afterEach(async () => {
  await app.stop();
  await emulator.close();
  await takeAway();
});

test('a mention is answered in its thread, with blocks', async () => {
  const client = clientFor({ apiUrl: `${emulator.url}/api/` }, TOKEN);
  const { ts } = await client.chat.postMessage({ channel, text: '<@U0DATELINE> when did Iran strike?' });
  const event = {
    type: 'app_mention',
    user: 'U0ALICE',
    channel,
    text: '<@U0DATELINE> when did Iran strike?',
    ts,
    event_ts: ts,
  };
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T000000001', event_id: 'Ev1', event });
  const headers = signatureHeaders(SIGNING_SECRET, body, Math.floor(Date.now() / 1000));
  const answered = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  expect(answered.status).toBe(200);
  // A stop waits for the answers under way.
  await app.stop();
  const { messages } = await client.conversations.replies({ channel, ts: ts! });
  expect(messages).toHaveLength(2);
  expect(messages?.[1]?.text).toContain('8 January 2020');
  expect(messages?.[1]?.blocks?.length).toBeGreaterThan(0);
});
