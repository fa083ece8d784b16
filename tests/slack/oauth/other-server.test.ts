import { createEmulator, type Emulator } from 'emulate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signatureHeaders } from '../../../src/local-slack/delivery/signature.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import type { Store } from '../../../src/store/store.ts';
import { Browser, linksOf } from '../../support/cookie-browser.ts';
import { FakeDateline } from '../../support/fake-dateline.ts';
import { SIGNING_SECRET } from '../../support/local-newsroom.ts';
import { clientFor } from '../../support/local-slack-client.ts';
import { readManifest } from '../../support/manifest.ts';
import { INSTALL_URL, PUBLIC_URL } from '../../support/oauth-bench.ts';
import { sendForm } from '../../support/oauth-round-trip.ts';
import { memoryLog, NOW } from '../../support/slack-bench.ts';
import { makeTestPlace } from '../../support/stores.ts';

/** The installation before a server that somebody else wrote. */
let emulator: Emulator;
let app: SlackApp;
let store: Store;
let takeAway: () => Promise<void>;
let url = '';
beforeEach(async () => {
  const { scopes } = readManifest().oauth_config;
  const redirect = `${PUBLIC_URL}/slack/oauth_redirect`;
  const client = { client_id: '1.2', client_secret: 'a-secret', app_id: 'A1', name: 'Dateline', bot_name: 'dateline' };
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'News Desk', domain: 'newsdesk' },
        users: [{ name: 'alice' }],
        channels: [{ name: 'newsroom' }],
        tokens: [{ token: 'xoxb-test-token', user: 'alice' }],
        oauth_apps: [{ ...client, scopes: scopes.bot, redirect_uris: [redirect] }],
      },
    },
  });
  const made = await makeTestPlace();
  takeAway = made.takeAway;
  store = await made.place.open();
  app = createSlackApp(
    {
      mode: 'http',
      signingSecret: SIGNING_SECRET,
      port: 0,
      apiUrl: `${emulator.url}/api/`,
      clientId: client.client_id,
      clientSecret: client.client_secret,
      publicUrl: PUBLIC_URL,
    },
    new FakeDateline(),
    { log: memoryLog().log, clock: () => NOW, store },
  );
  const { port } = await app.start();
  url = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  await app.stop();
  await emulator.close();
  await takeAway();
});

test('is kept, and a mention is answered with its token', async () => {
  const browser = new Browser({ [PUBLIC_URL]: url });
  const address = linksOf((await browser.visit(INSTALL_URL)).body)[0]!;
  const back = await sendForm((await browser.visit(address)).body, address);
  const done = await browser.visit(back);
  expect([done.status, done.body]).toEqual([200, expect.stringContaining('Dateline is installed in News Desk')]);

  const [owner] = await store.installations.owners();
  const kept = (await store.installations.find(owner!)) as { bot: { token: string; userId: string } };
  const team = (owner as { team: string }).team;
  const client = clientFor({ apiUrl: `${emulator.url}/api/` }, kept.bot.token);
  const { channels } = await client.conversations.list();
  const channel = channels?.find(({ name }) => name === 'newsroom')?.id ?? '';
  const text = `<@${kept.bot.userId}> when did Iran strike?`;
  const { ts } = await clientFor({ apiUrl: `${emulator.url}/api/` }, 'xoxb-test-token').chat.postMessage({
    channel,
    text,
  });
  const event = { type: 'app_mention', user: 'U0ALICE', channel, text, ts, event_ts: ts };
  const body = JSON.stringify({ type: 'event_callback', team_id: team, event_id: 'Ev1', event });
  const signed = signatureHeaders(SIGNING_SECRET, body, Math.floor(Date.now() / 1000));
  const answered = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body,
  });
  expect(answered.status).toBe(200);
  await app.stop();
  const { messages } = await client.conversations.replies({ channel, ts: ts! });
  expect(messages?.at(-1)).toMatchObject({ user: kept.bot.userId, text: expect.stringContaining('8 January 2020') });
});
