import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HttpDelivery } from '../../src/local-slack/delivery/http-delivery.ts';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import type { Message } from '../../src/local-slack/state/message.ts';
import { BOT, SIGNING_SECRET, startNewsroom } from '../support/local-newsroom.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type RoundRobin, startRoundRobin } from '../support/round-robin.ts';
import { slackSettings } from '../support/slack-bench.ts';
import type { ProcessSettings } from '../support/slack-process.ts';
import { type Disposable, makePostgresPlace, wherePostgresIs } from '../support/stores.ts';

const SCRIPT = fileURLToPath(new URL('../support/slack-process.ts', import.meta.url));
const QUESTION = `<@${BOT.userId}> when did Iran strike Ain al-Asad?`;

wherePostgresIs('two replicas behind a load balancer', () => {
  let store: Disposable;
  let clock: ManualClock;
  let slack: LocalSlack;
  let replicas: { process: ChildProcess; address: string }[];
  let balancer: RoundRobin;
  // A process reads the whole record when it starts, so the tests share two; the last of them kills one.
  beforeAll(async () => {
    store = await makePostgresPlace();
    clock = new ManualClock();
    slack = await startNewsroom({}, clock);
    replicas = await Promise.all([startReplica(), startReplica()]);
    balancer = await startRoundRobin(replicas.map(({ address }) => address));
  }, 120_000);
  afterAll(async () => {
    await Promise.all(replicas.map(({ process: each }) => kill(each)));
    await balancer.close();
    await slack.close();
    await store.takeAway();
  });

  async function startReplica(): Promise<{ process: ChildProcess; address: string }> {
    const settings: ProcessSettings = {
      slack: slackSettings(slack, 'http'),
      database: store.place.settings,
      ahead: 0,
    };
    const child = spawn(process.execPath, [SCRIPT, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface(child.stdout!)) {
      const [, port] = /^ready (\d+)/.exec(line) ?? [];
      if (port !== undefined) return { process: child, address: `http://127.0.0.1:${port}` };
    }
    throw new Error('The process ended before it was ready.');
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  const ask = (text = QUESTION) => slack.people.say('U0ALICE', 'C0NEWS', text);
  const answersTo = (message: Message) => slack.workspace.replies(message);
  const deliverTo = (address: string) => slack.deliverOverHttp(`${address}/slack/events`);
  beforeEach(() => deliverTo(balancer.address));

  test('share the questions, and each is answered once', async () => {
    const asked = [];
    for (let n = 0; n < 6; n += 1) asked.push(await ask());
    expect(asked.map((message) => answersTo(message).length)).toEqual([1, 1, 1, 1, 1, 1]);
    for (const { address } of replicas) expect(balancer.answered.get(address)).toBeGreaterThan(3);
  });

  test('that both receive the same event answer it once', async () => {
    const question = await ask();
    const ts = '1700000000.500000';
    slack.workspace.messages.push({ ...question, ts });
    const event = { type: 'app_mention', user: 'U0ALICE', channel: 'C0NEWS', text: question.text, ts, event_ts: ts };
    const payload = { type: 'event_callback', event_id: 'Ev0TWICE', team_id: 'T0NEWSDESK', event };
    await Promise.all(
      replicas.map(({ address }) =>
        new HttpDelivery({
          url: `${address}/slack/events`,
          secret: SIGNING_SECRET,
          journal: slack.journal,
          clock,
        }).attempt({ type: 'events_api', payload, attempt: 0 }),
      ),
    );
    expect(slack.journal.all('posted').filter(({ message }) => message.thread_ts === ts)).toHaveLength(1);
  });

  test('each take a button under an answer of the other, and do once what it asks for', async () => {
    const [one, other] = replicas;
    deliverTo(one!.address);
    const question = await ask();
    const [answer] = answersTo(question);
    const posted = slack.journal.all('posted').length;
    deliverTo(other!.address);
    await slack.people.press('U0BOB', answer!, 'led_to');
    await slack.journal.until('posted', () => true, posted + 1);
    deliverTo(one!.address);
    await slack.people.press('U0ALICE', answer!, 'led_to');
    const all = await slack.journal.until('posted', () => true, posted + 2);
    const [first, second] = all.slice(posted).map(({ message }) => message);
    expect(first).toMatchObject({ thread_ts: question.ts, text: expect.stringContaining('3 January 2020') });
    expect(second).toMatchObject({ ephemeralTo: 'U0ALICE', text: expect.stringContaining('in the thread') });
  });

  test('go on as one when the other is killed, which the balancer notices by itself', async () => {
    const old = await ask();
    const killed = replicas[0]!;
    await kill(killed.process);
    const gone = balancer.answered.get(killed.address);
    const asked = [await ask(), await ask(), await ask()];
    expect([old, ...asked].map((message) => answersTo(message).length)).toEqual([1, 1, 1, 1]);
    const posted = slack.journal.all('posted').length;
    await slack.people.press('U0BOB', answersTo(old)[0]!, 'came_next');
    const all = await slack.journal.until('posted', () => true, posted + 1);
    expect(all[posted]!.message).toMatchObject({ thread_ts: old.ts, text: expect.stringContaining('came next') });
    expect(balancer.answered.get(killed.address)).toBe(gone);
  });
});
