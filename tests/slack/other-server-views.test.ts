import { createEmulator, type Emulator } from 'emulate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/local-slack/clock.ts';
import { HttpDelivery } from '../../src/local-slack/delivery/http-delivery.ts';
import { Journal } from '../../src/local-slack/journal.ts';
import type { Json } from '../../src/local-slack/json.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import type { Store } from '../../src/store/store.ts';
import { FakeDateline } from '../support/fake-dateline.ts';
import { SIGNING_SECRET } from '../support/local-newsroom.ts';
import { clientFor } from '../support/local-slack-client.ts';
import { memoryLog, NOW } from '../support/slack-bench.ts';
import { makeTestPlace } from '../support/stores.ts';

/** Home tab, forms and files before a server that somebody else wrote. */
const TOKEN = 'xoxb-test-token';
const TEAM = 'T000000001';

let emulator: Emulator;
let app: SlackApp;
let store: Store;
let takeAway: () => Promise<void>;
let channel = '';
let user = '';
let client: ReturnType<typeof clientFor>;
let logged: Record<string, unknown>[];
let send: (type: 'events_api' | 'interactive', payload: Json) => Promise<unknown>;
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
  client = clientFor({ apiUrl }, TOKEN);
  channel = (await client.conversations.list()).channels?.find(({ name }) => name === 'newsroom')?.id ?? '';
  user = (await client.users.list({})).members?.find(({ name }) => name === 'alice')?.id ?? '';
  const settings = { mode: 'http' as const, botToken: TOKEN, signingSecret: SIGNING_SECRET, port: 0, apiUrl };
  const made = await makeTestPlace();
  takeAway = made.takeAway;
  store = await made.place.open();
  const log = memoryLog();
  logged = log.logged;
  app = createSlackApp(settings, new FakeDateline(), {
    log: log.log,
    clock: () => NOW,
    store,
    editors: { channel, people: [] },
    examples: ['When did Iran strike Ain al-Asad?'],
  });
  const { port } = await app.start();
  const delivery = new HttpDelivery({
    url: `http://127.0.0.1:${port}/slack/events`,
    secret: SIGNING_SECRET,
    journal: new Journal(),
    clock: systemClock,
  });
  const who = {
    team: { id: TEAM, domain: 'newsdesk' },
    user: { id: user, team_id: TEAM },
    api_app_id: 'A1',
    token: 'x',
  };
  send = async (type, payload) => {
    const outcome = await delivery.attempt({ type, payload: { ...who, ...payload }, attempt: 0 });
    expect(outcome).toMatchObject({ taken: true, status: 200 });
    return outcome;
  };
});
afterEach(async () => {
  await app.stop();
  await emulator.close();
  await takeAway();
});

const failures = () => logged.filter(({ level }) => level === 'warn' || level === 'error');

test('the Home tab is published', async () => {
  const event = { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1.2' };
  await send('events_api', { type: 'event_callback', team_id: TEAM, event_id: 'Ev1', event });
  await app.stop();
  expect(failures()).toEqual([]);
});

test('a suggestion is put before the editors', async () => {
  const typed = (value: string) => ({ type: 'plain_text_input', value });
  const values = {
    kind: { kind: { type: 'radio_buttons', selected_option: { value: 'event' } } },
    text: { text: typed('A drone fell near Taji') },
    date: { date: typed('9 March 2026') },
    source: { source: typed('https://example.org/drone') },
  };
  const form = { type: 'modal', id: 'V1', callback_id: 'suggestion', private_metadata: '', state: { values } };
  await send('interactive', { type: 'view_submission', trigger_id: '1.2.3', view: { ...form, blocks: [] } });
  // A stop waits for what is under way.
  await app.stop();
  const [proposal] = await store.proposals.list(TEAM);
  const { messages } = await client.conversations.history({ channel });
  expect(messages?.find(({ ts }) => ts === proposal?.posted?.messageTs)?.blocks?.length).toBeGreaterThan(3);
  expect(failures()).toEqual([]);
});

test('what the editors accepted is uploaded to the thread', async () => {
  const { ts } = await client.chat.postMessage({ channel, text: 'A suggestion' });
  const suggested = {
    channel,
    user,
    kind: 'event',
    event: null,
    text: 'A drone fell',
    date: null,
    sourceUrl: null,
  } as const;
  const { id } = await store.proposals.add({ team: TEAM, ...suggested }, NOW);
  await store.proposals.decide({ team: TEAM, id }, { state: 'accepted', by: user, now: NOW });
  await send('interactive', {
    type: 'block_actions',
    trigger_id: '1.2.3',
    channel: { id: channel, name: 'newsroom' },
    container: { type: 'message', message_ts: ts!, channel_id: channel },
    actions: [{ type: 'button', action_id: 'proposal_patch', block_id: 'b', value: id, action_ts: '1.2' }],
  });
  await app.stop();
  expect(failures()).toEqual([]);
  const { messages } = await client.conversations.replies({ channel, ts: ts! });
  expect(messages?.[1]?.files).toMatchObject([{ name: expect.stringMatching(/\.yaml$/) }]);
});
