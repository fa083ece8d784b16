import { afterEach, describe, expect, test } from 'vitest';
import type { SlackSettings } from '../../src/config.ts';
import { signatureHeaders } from '../../src/local-slack/delivery/signature.ts';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { SlackStartError } from '../../src/slack/start-error.ts';
import { FakeDateline } from '../support/fake-dateline.ts';
import { BOT, SIGNING_SECRET, startNewsroom } from '../support/local-newsroom.ts';
import { MODES, memoryLog, NOW, type SlackBench, slackSettings, startBench } from '../support/slack-bench.ts';
import { makeTestPlace } from '../support/stores.ts';

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function localSlack(): Promise<LocalSlack> {
  const slack = await startNewsroom({ scopes: ['chat:write'], events: [] });
  cleanups.push(() => slack.close());
  return slack;
}

async function bench(...args: Parameters<typeof startBench>): Promise<SlackBench> {
  const started = await startBench(...args);
  cleanups.push(() => started.stop());
  return started;
}

async function appFor(settings: SlackSettings): Promise<{ app: SlackApp; logged: unknown[] }> {
  const { log, logged } = memoryLog();
  const { place, takeAway } = await makeTestPlace();
  cleanups.push(takeAway);
  const store = await place.open();
  return { app: createSlackApp(settings, new FakeDateline(), { log, clock: () => NOW, store }), logged };
}

async function startError(settings: SlackSettings): Promise<SlackStartError> {
  const { app } = await appFor(settings);
  const error = await app.start().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  await app.stop();
  expect(error).toBeInstanceOf(SlackStartError);
  const { message } = error as SlackStartError;
  expect(message).toMatch(/^[^\n]+\.$/);
  expect(message).not.toContain('xoxb-1');
  expect(message).not.toContain('xapp-1');
  return error as SlackStartError;
}

describe('a start that cannot succeed says why in one sentence', () => {
  test.each(MODES)('wrong bot token, over %s', async (mode) => {
    const settings = slackSettings(await localSlack(), mode);
    const error = await startError({ ...settings, botToken: 'xoxb-1-wrong' });
    expect(error.code).toBe('invalid_auth');
    expect(error.message).toContain('Slack refuses SLACK_BOT_TOKEN (invalid_auth): copy the "Bot User OAuth Token"');
  });

  test('wrong app token', async () => {
    const settings = slackSettings(await localSlack(), 'socket');
    const error = await startError({ ...settings, appToken: 'xapp-1-wrong' } as SlackSettings);
    expect(error.message).toContain('Slack refuses SLACK_APP_TOKEN (invalid_auth): create');
  });

  test('nobody answers at the address of the Web API', async () => {
    const slack = await startNewsroom({ scopes: [], events: [] });
    const settings = slackSettings(slack, 'socket');
    await slack.close();
    const error = await startError(settings);
    expect(error.message).toBe(
      'Slack does not answer (unreachable): Slack cannot be reached: check the network and the proxy.',
    );
  });

  test('the port is taken', async () => {
    const slack = await localSlack();
    const port = Number(new URL(slack.url).port);
    const error = await startError({ ...slackSettings(slack, 'http'), port } as SlackSettings);
    expect(error.message).toBe(`Port ${port} is in use: set PORT to another one.`);
  });
});

describe('a request that Slack did not sign', () => {
  const body = JSON.stringify({ type: 'event_callback', event: { type: 'app_mention' } });
  const now = () => Math.floor(Date.now() / 1000);

  test.each([
    ['forged', () => signatureHeaders('f'.repeat(32), body, now())],
    ['expired', () => signatureHeaders(SIGNING_SECRET, body, now() - 6 * 60)],
    ['for another body', () => signatureHeaders(SIGNING_SECRET, `${body} `, now())],
    ['absent', () => ({})],
  ])('%s: 401, and nothing is asked', async (_name, headers) => {
    const { app } = await appFor(slackSettings(await localSlack(), 'http'));
    const { port } = await app.start();
    cleanups.push(() => app.stop());
    const post = (signed: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
      });
    expect((await post(headers())).status).toBe(401);
    expect((await post(signatureHeaders(SIGNING_SECRET, body, now()))).status).toBe(200);
  });
});

describe('a Socket Mode connection that ends', () => {
  const until = ({ slack }: SlackBench, state: 'open' | 'closed', count: number) =>
    slack.journal.until('socket', (entry) => entry.state === state, count);

  test.each(['refresh', 'drop'] as const)(
    'after a %s the app connects again and answers what came meanwhile',
    async (end) => {
      const running = await bench('socket');
      running.slack.socket[end]();
      await until(running, 'closed', 1);
      await running.slack.people.say('U0ALICE', 'D0ALICE', 'when?');
      const [posted] = await running.slack.journal.until('posted');
      expect(posted?.message.text).toContain('8 January 2020');
      expect(running.slack.journal.all('socket').map(({ state }) => state)).toEqual(['open', 'closed', 'open']);
      expect(running.app.connected()).toBe(true);
    },
  );

  test('a failed attempt is logged with its remedy and repeated', async () => {
    const running = await bench('socket');
    running.slack.faults.refuse('apps.connections.open', 'token_revoked');
    running.slack.socket.drop();
    const line = await running.logLine(({ code }) => code === 'token_revoked');
    expect(line).toMatchObject({ level: 'warn', attempt: 1, remedy: expect.stringContaining('reinstall') });
    await until(running, 'open', 2);
  });

  test('a stop while disconnected ends the attempts', async () => {
    const running = await bench('socket');
    running.slack.faults.refuse('apps.connections.open', 'internal_error', { times: Number.POSITIVE_INFINITY });
    running.slack.socket.drop();
    await running.logLine(({ attempt }) => attempt === 1);
    await running.app.stop();
    expect(running.app.connected()).toBe(false);
    expect(running.logged.at(-1)).toMatchObject({ msg: 'disconnected from Slack', drained: true });
  });
});

test.each(MODES)('a stop over %s waits for the answers under way', async (mode) => {
  const running = await bench(mode);
  const release = running.slack.hold();
  await running.slack.people.say('U0ALICE', 'D0ALICE', 'when?');
  const stopping = running.app.stop();
  // With the way to the app closed, only the answer is left to wait for.
  while (running.app.connected()) await new Promise(setImmediate);
  expect(running.logged.map(({ msg }) => msg)).not.toContain('disconnected from Slack');
  release();
  await stopping;
  expect(running.slack.journal.all('posted')).toHaveLength(1);
  expect(running.logged.at(-1)).toMatchObject({ msg: 'disconnected from Slack', drained: true });
});

describe('a reply that Slack refuses', () => {
  test('missing scope', async () => {
    const { slack, logLine } = await bench('socket', { scopes: ['im:history'] });
    await slack.people.say('U0ALICE', 'D0ALICE', 'the secret question');
    const line = await logLine(({ level }) => level === 'error');
    expect(line).toMatchObject({ code: 'missing_scope', remedy: expect.stringContaining('scope chat:write') });
  });

  test('not in the channel', async () => {
    const { slack, logLine } = await bench('http');
    const event = {
      type: 'app_mention',
      user: 'U0ALICE',
      channel: 'C0QUIET',
      text: 'when?',
      ts: '1.1',
      event_ts: '1.1',
    };
    await slack.people.sendEvent(event);
    const line = await logLine(({ code }) => code === 'not_in_channel');
    expect(line).toMatchObject({ remedy: expect.stringContaining('/invite @Dateline') });
  });

  test('the next question is answered', async () => {
    const { slack, logLine, logged } = await bench('socket');
    const channel = slack.workspace.channels.get('D0ALICE')!;
    channel.archived = true;
    const event = {
      type: 'message',
      channel_type: 'im',
      user: 'U0ALICE',
      channel: 'D0ALICE',
      text: 'the secret question',
      ts: '1.1',
      event_ts: '1.1',
    };
    await slack.people.sendEvent(event);
    await logLine(({ code }) => code === 'is_archived');
    channel.archived = false;
    await slack.people.say('U0ALICE', 'D0ALICE', `when, <@${BOT.userId}>?`);
    await slack.journal.until('posted');
    expect(JSON.stringify(logged)).not.toContain('secret question');
    expect(JSON.stringify(logged)).not.toMatch(/xoxb|xapp/);
  });
});
