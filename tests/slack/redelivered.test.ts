import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signatureHeaders } from '../../src/local-slack/delivery/signature.ts';
import { LEASE } from '../../src/slack/claims.ts';
import { startDesk } from '../support/desk-bench.ts';
import { BOT, SIGNING_SECRET } from '../support/local-newsroom.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { MODES, NOW, type SlackBench, startBench } from '../support/slack-bench.ts';

const QUESTION = `<@${BOT.userId}> when did Iran strike Ain al-Asad?`;

describe.each(MODES)('a message that Slack brings again over %s', (mode) => {
  let slackClock: ManualClock;
  let bench: SlackBench;
  beforeEach(async () => {
    slackClock = new ManualClock();
    bench = await startDesk(mode, { slackClock });
  });
  afterEach(() => bench.stop());

  /** Waits until the app has refused a delivery so often. */
  async function refused(times: number): Promise<void> {
    const lines = () =>
      bench.logged.filter(({ msg }) => msg === 'a delivery is left to the process that deals with it');
    while (lines().length < times) await new Promise(setImmediate);
    // Over Socket Mode a refusal is silence, which Slack waits for. Over HTTP Slack hears of it, and plans at once.
    if (mode === 'socket') slackClock.advance(3_000);
    await bench.slack.journal.until('undelivered', () => true, times);
  }

  const posts = () => bench.slack.journal.all('posted').map(({ message }) => message);

  /** As when another process holds the message, and dies. */
  async function bringAgain(channel: string, ts: string): Promise<void> {
    const key = `message:T0NEWSDESK:${channel}:${ts}`;
    await bench.store.seenDeliveries.settle(key, new Date(0));
    await bench.store.seenDeliveries.claim(key, { now: NOW, until: new Date(NOW.getTime() + LEASE) });
    const direct = channel.startsWith('D');
    const event = { user: 'U0ALICE', channel, text: QUESTION, ts, event_ts: ts };
    const type = direct ? { type: 'message', channel_type: 'im' } : { type: 'app_mention' };
    const sent = bench.slack.people.sendEvent({ ...event, ...type });
    await refused(1);
    await refused(2);
    await slackClock.scheduled(60_000);
    bench.advance(LEASE);
    slackClock.advance(60_000);
    await sent;
  }

  test.each(['C0NEWS', 'D0ALICE'])('in %s is answered where the process that held it died', async (channel) => {
    const ts = '1700000000.500000';
    bench.slack.workspace.messages.push({ channel, user: 'U0ALICE', text: QUESTION, ts });
    await bringAgain(channel, ts);
    expect(posts()).toHaveLength(1);
  });

  test.each(['C0NEWS', 'D0ALICE'])(
    'in %s is known by its answer where that process could not keep that it had answered',
    async (channel) => {
      const { ts } = await bench.slack.people.say('U0ALICE', channel, QUESTION);
      expect(posts()).toHaveLength(1);
      await bringAgain(channel, ts);
      expect(posts()).toHaveLength(1);
    },
  );

  test('after a failure of Slack is answered then', async () => {
    bench.slack.faults.refuse('chat.postMessage', 'internal_error');
    const said = bench.slack.people.say('U0ALICE', 'D0ALICE', 'when did Iran strike Ain al-Asad?');
    await bench.logLine(({ code }) => code === 'internal_error');
    slackClock.advance(3_000);
    await said;
    expect(posts()).toHaveLength(1);
    expect(bench.slack.journal.all('undelivered')).not.toEqual([]);
  });
});

test('a request that somebody replays is answered once, and refused once it is old', async () => {
  const bench = await startBench('http');
  await bench.slack.people.say('U0ALICE', 'D0ALICE', 'when?');
  const [entry] = bench.slack.journal.all('delivered');
  const body = JSON.stringify(entry!.payload);
  const post = (seconds: number) =>
    fetch(bench.address!, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signatureHeaders(SIGNING_SECRET, body, seconds) },
      body,
    });
  const now = Math.floor(Date.now() / 1000);
  expect((await post(now)).status).toBe(200);
  expect((await post(now - 301)).status).toBe(401);
  await bench.app.stop();
  expect(bench.slack.journal.all('posted')).toHaveLength(1);
  await bench.stop();
});
