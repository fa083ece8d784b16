import { describe, expect, test } from 'vitest';
import type { WorkspaceSettings } from '../../src/local-slack/workspace-settings.ts';
import { BOT, NEWSROOM } from '../support/local-newsroom.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { MODES, startBench } from '../support/slack-bench.ts';

const CHANNELS = Array.from({ length: 10 }, (_, index) => `C0DESK${index}`);
const PEOPLE = Array.from({ length: 20 }, (_, index) => `U0PERSON${index}`);
const QUESTIONS = 100;

const DESKS: WorkspaceSettings = {
  ...NEWSROOM,
  people: PEOPLE.map((id) => ({ id, name: id.toLowerCase() })),
  channels: CHANNELS.map((id) => ({ id, name: id.toLowerCase(), withBot: true })),
};

describe.each(MODES)('over %s', (mode) => {
  test('a hundred questions in ten channels, each delivered three times, with two reconnects: a hundred answers in their threads', async () => {
    const slackClock = new ManualClock();
    const bench = await startBench(mode, {}, { slackClock, workspace: DESKS });
    const { people, journal, socket, workspace } = bench.slack;
    const ask = (n: number) =>
      people.say(PEOPLE[n % PEOPLE.length]!, CHANNELS[n % CHANNELS.length]!, `<@${BOT.userId}> question ${n}?`, {
        times: 3,
      });
    const asked = Array.from({ length: QUESTIONS }, (_, n) => ask(n));
    await journal.until('posted', () => true, 30);
    socket.drop();
    await journal.until('posted', () => true, 60);
    socket.refresh();
    // What was lost with a connection comes again after a minute, and after five.
    let over = false;
    const all = Promise.all(asked).finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise(setImmediate);
      if (bench.app.connected()) slackClock.advance(1_000);
    }
    const questions = await all;
    await bench.app.stop();
    expect(journal.all('posted')).toHaveLength(QUESTIONS);
    for (const [n, question] of questions.entries()) {
      const answers = workspace.replies(question);
      expect(answers).toHaveLength(1);
      expect(answers[0]?.text).toContain(`“question ${n}?”`);
    }
    await bench.stop();
  });
});
