import { expect, test } from 'vitest';
import { overEachDatabase } from '../support/stores.ts';

const QUESTION = { team: 'T1', channel: 'C1', text: 'Who fired on Camp Taji?', status: 'declined' };

overEachDatabase('unanswered questions', (place) => {
  test('are not kept unless the operator turned that on', async () => {
    const { unansweredQuestions } = await place().open({ keepUnanswered: false });
    expect(await unansweredQuestions.add(QUESTION, new Date(1_000))).toBe(false);
    expect(await unansweredQuestions.list()).toEqual([]);
    expect(await place().sql('select * from unanswered_questions')).toEqual([]);
  });

  test('are listed newest first, of one workspace or all, and no more than asked for', async () => {
    const { unansweredQuestions } = await place().open();
    for (const [team, text, time] of [
      ['T1', 'first', 1_000],
      ['T2', 'third', 3_000],
      ['T1', 'second', 2_000],
    ] as const) {
      expect(await unansweredQuestions.add({ ...QUESTION, team, text }, new Date(time))).toBe(true);
    }
    const texts = async (filter?: { team?: string; limit?: number }) =>
      (await unansweredQuestions.list(filter)).map(({ text }) => text);
    expect(await texts()).toEqual(['third', 'second', 'first']);
    expect(await texts({ team: 'T1' })).toEqual(['second', 'first']);
    expect(await texts({ limit: 1 })).toEqual(['third']);
    expect(await unansweredQuestions.list({ team: 'T2' })).toEqual([
      { ...QUESTION, team: 'T2', text: 'third', id: expect.any(String), askedAt: new Date(3_000) },
    ]);
  });

  test('are forgotten by their age, also once no more are kept', async () => {
    const on = await place().open();
    for (const time of [1_000, 2_000, 3_000]) await on.unansweredQuestions.add(QUESTION, new Date(time));
    const off = await place().open({ keepUnanswered: false });
    expect(await off.unansweredQuestions.purge(new Date(3_000))).toBe(2);
    expect((await off.unansweredQuestions.list()).map(({ askedAt }) => askedAt)).toEqual([new Date(3_000)]);
  });
});
