import { describe, expect, test } from 'vitest';
import { promptsFor } from '../../src/slack/messages-tab.ts';
import { desk } from '../support/desk.ts';
import { startDesk } from '../support/desk-bench.ts';
import { MODES } from '../support/slack-bench.ts';

const on = (day: string) =>
  promptsFor({ dateline: desk(), clock: () => new Date(`${day}T12:00:00Z`), examples: desk().examples });

describe.each(MODES)('the Messages tab over %s', (mode) => {
  test('offers questions that the record answers, and shows that an answer is on its way', async () => {
    const bench = await startDesk(mode);
    await bench.slack.people.openMessages('U0ALICE');
    const direct = () => bench.slack.people.screen('U0ALICE').channels.find(({ id }) => id === 'D0ALICE')!;
    expect(direct().prompts?.prompts.length).toBeGreaterThan(0);
    const asked = await bench.slack.people.say('U0ALICE', 'D0ALICE', direct().prompts!.prompts.at(-1)!.message);
    const statuses = bench.slack.journal.all('call', ({ method }) => method === 'assistant.threads.setStatus');
    expect(statuses.map(({ args }) => args)).toMatchObject([
      { channel_id: 'D0ALICE', thread_ts: asked.ts, status: 'looks it up in the record…' },
      { channel_id: 'D0ALICE', thread_ts: asked.ts, status: '' },
    ]);
    expect(direct().statuses).toEqual({});
    await bench.stop();
  });

  test('where prompts and statuses are refused, questions are answered all the same', async () => {
    const bench = await startDesk(mode);
    bench.slack.faults.refuse('assistant.threads.setSuggestedPrompts', 'not_agent_app');
    bench.slack.faults.refuse('assistant.threads.setStatus', 'missing_scope');
    await bench.slack.people.openMessages('U0ALICE');
    await bench.slack.people.say('U0ALICE', 'D0ALICE', 'when did Iran strike Ain al-Asad?');
    expect(bench.slack.journal.all('posted')).toHaveLength(1);
    expect(bench.logged.map(({ level }) => level)).not.toContain('error');
    await bench.stop();
  });
});

test('on an anniversary, the first prompts are of that day', () => {
  const [first, second, ...others] = on('2026-01-08');
  expect(first).toEqual({
    title: expect.stringMatching(/^On this day in 2020: /),
    message: 'What happened on 8 January 2020?',
  });
  expect(second?.title).toMatch(/^On this day in /);
  expect(others.map(({ message }) => message)).toEqual(desk().examples.slice(0, 2));
});

test('on each day of a year there are at most four prompts, and the record answers them all', () => {
  for (
    let day = new Date('2026-01-01T12:00:00Z');
    day.getUTCFullYear() === 2026;
    day = new Date(day.getTime() + 86_400_000 * 7)
  ) {
    const prompts = on(day.toISOString().slice(0, 10));
    expect(prompts.length).toBeLessThanOrEqual(4);
    for (const { title, message } of prompts) {
      expect(title.length).toBeLessThanOrEqual(75);
      expect(desk().ask(message, { now: day }).status).not.toBe('declined');
    }
  }
});
