import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSlackApp } from '../../src/slack/app.ts';
import { desk } from '../support/desk.ts';
import { nextPost, startDesk } from '../support/desk-bench.ts';
import { BOT, SIGNING_SECRET } from '../support/local-newsroom.ts';
import { MODES, memoryLog, type SlackBench, slackSettings, startBench } from '../support/slack-bench.ts';

const MENTION = `<@${BOT.userId}>`;
const LEANING = 'and how many were wounded?';

describe.each(MODES)('a follow-up over %s', (mode) => {
  let bench: SlackBench;
  beforeEach(async () => {
    bench = await startDesk(mode);
  });
  afterEach(() => bench.stop());

  const say = (text: string, threadTs?: string) =>
    bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} ${text}`, threadTs === undefined ? {} : { threadTs });
  const post = (act: () => Promise<unknown>) => nextPost(bench, act);
  const STRIKE = 'when did Iran strike Ain al-Asad?';

  test('is read in the light of its thread', async () => {
    const root = await say(STRIKE);
    const followed = await post(() => say(LEANING, root.ts));
    expect(followed.text).toContain('110');
    expect(followed.thread_ts).toBe(root.ts);
  });

  test('after a button is about the event that the button showed', async () => {
    const root = await say(STRIKE);
    const answer = bench.slack.workspace.replies(root)[0]!;
    await post(() => bench.slack.people.press('U0ALICE', answer, 'led_to'));
    const followed = await post(() => say('where was it?', root.ts));
    expect(followed.text).toContain('Baghdad');
  });

  test('in another process, with nothing kept in memory, is read the same', async () => {
    const root = await say(STRIKE);
    await bench.app.stop();
    const { log } = memoryLog();
    const app = createSlackApp(slackSettings(bench.slack, mode), desk(), {
      log,
      clock: () => new Date('2026-03-14T09:00:00Z'),
      store: bench.store,
    });
    const { port } = await app.start();
    if (port !== undefined) bench.slack.deliverOverHttp(`http://127.0.0.1:${port}/slack/events`, SIGNING_SECRET);
    const followed = await post(() => say(LEANING, root.ts));
    expect(followed.text).toContain('110');
    await app.stop();
  });

  test('in a direct message needs no thread, for half an hour', async () => {
    const direct = (text: string) => bench.slack.people.say('U0ALICE', 'D0ALICE', text);
    await direct(STRIKE);
    expect((await post(() => direct(LEANING))).text).toContain('110');
  });

  test.each([
    ['missing_scope', 'declined questions ask which event'],
    ['not_in_channel', 'the same'],
    ['ratelimited', 'the same'],
  ])('where Slack says %s, is answered by itself or asks back', async (code) => {
    const root = await say(STRIKE);
    bench.slack.faults.refuse('conversations.replies', code, { times: 20 });
    const asksBack = await post(() => say('who did it?', root.ts));
    expect(asksBack.text).toMatch(/Which event do you mean\?|I cannot read this thread/);
    const alone = await post(() => say('who killed Qassem Soleimani in January 2020?', root.ts));
    expect(alone.text).toContain('2020');
    expect(alone.text).not.toContain('cannot read');
  });

  test('metadata of another app is no context', async () => {
    const root = await say(STRIKE);
    const mine = bench.slack.workspace.replies(root)[0]!;
    mine.bot_id = 'B0OTHER';
    const followed = await post(() => say(LEANING, root.ts));
    expect(followed.text).not.toContain('110 (U.S. service members');
  });
});

test('without the optional scopes a mention in a thread is answered', async () => {
  const bench = await startBench(
    'socket',
    { scopes: ['app_mentions:read', 'chat:write', 'im:history', 'commands'] },
    { dateline: desk() },
  );
  const root = await bench.slack.people.say('U0BOB', 'C0NEWS', 'what a week');
  const answer = await nextPost(bench, () =>
    bench.slack.people.say('U0ALICE', 'C0NEWS', `${MENTION} when did Iran strike Ain al-Asad?`, { threadTs: root.ts }),
  );
  expect(answer).toMatchObject({ thread_ts: root.ts, text: expect.stringContaining('8 January 2020') });
  await bench.stop();
});
