import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { BOT, startNewsroom } from '../support/local-newsroom.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { MODES, slackSettings } from '../support/slack-bench.ts';
import type { ProcessSettings } from '../support/slack-process.ts';
import { type Disposable, makeTestPlace } from '../support/stores.ts';

const SCRIPT = fileURLToPath(new URL('../support/slack-process.ts', import.meta.url));
const MINUTE = 60_000;

let clock: ManualClock;
let slack: LocalSlack;
let store: Disposable;
let children: ChildProcess[];
beforeEach(async () => {
  clock = new ManualClock();
  slack = await startNewsroom({}, clock);
  store = await makeTestPlace();
  children = [];
});
afterEach(async () => {
  for (const child of children) await kill(child);
  await slack.close();
  await store.takeAway();
});

async function start(mode: (typeof MODES)[number], ahead: number): Promise<ChildProcess> {
  const settings: ProcessSettings = { slack: slackSettings(slack, mode), database: store.place.settings, ahead };
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface(child.stdout!)) {
    const [, port] = /^ready (\d*)/.exec(line) ?? [];
    if (port) slack.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`);
    if (port !== undefined) return child;
  }
  throw new Error('The process ended before it was ready.');
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Moves Slack's clock until something is over. */
async function passing<T>(work: Promise<T>): Promise<T> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  while (!over) {
    clock.advance(1_000);
    await new Promise(setImmediate);
  }
  return ended;
}

const mention = (text: string, threadTs?: string) =>
  slack.people.say('U0ALICE', 'C0NEWS', `<@${BOT.userId}> ${text}`, threadTs === undefined ? {} : { threadTs });

describe.each(MODES)('a process that is killed between question and answer, over %s', (mode) => {
  test('leaves the question to the next one, which answers it once; follow-ups in old threads work', async () => {
    const first = await start(mode, 0);
    const old = await mention('when did Iran strike Ain al-Asad?');
    expect(slack.workspace.replies(old)).toHaveLength(1);

    slack.faults.hang('chat.postMessage');
    const asked = mention('how many were killed at Tower 22?');
    await slack.journal.until('fault', ({ method }) => method === 'chat.postMessage');
    await kill(first);
    await start(mode, MINUTE);
    // Slack brings what was not acknowledged again at once, then after a minute and after five.
    const question = await passing(asked);
    await slack.journal.until('posted', ({ message }) => message.thread_ts === question.ts);
    const [answer, ...others] = slack.workspace.replies(question);
    expect(answer?.text).toContain('Three killed');
    expect(others).toEqual([]);

    const followed = await mention('and how many were wounded?', old.ts);
    expect(slack.workspace.replies(old).find(({ ts }) => Number(ts) > Number(followed.ts))?.text).toContain('110');
    // Delivered once more, the first question is known.
    await slack.people.sendEvent({
      type: 'app_mention',
      user: 'U0ALICE',
      channel: 'C0NEWS',
      text: question.text,
      ts: question.ts,
      event_ts: question.ts,
    });
    expect(slack.workspace.replies(question)).toHaveLength(1);
  });
});

test('of two processes over one store, each message is answered by one', async () => {
  await start('socket', 0);
  await start('socket', 0);
  const asked = await Promise.all(
    Array.from({ length: 10 }, () => slack.people.say('U0BOB', 'C0NEWS', `<@${BOT.userId}> latest?`, { times: 1 })),
  );
  for (const { ts } of asked) {
    await slack.journal.until('posted', ({ message }) => message.thread_ts === ts);
  }
  expect(slack.journal.all('posted')).toHaveLength(asked.length);
});
