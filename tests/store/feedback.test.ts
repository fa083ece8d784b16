import { expect, test } from 'vitest';
import type { NewFeedback } from '../../src/store/feedback.ts';
import { overEachDatabase } from '../support/stores.ts';

const ANSWER = { team: 'T1', channel: 'C1', messageTs: '1700000000.000100' };
const VERDICT: NewFeedback = {
  ...ANSWER,
  user: 'U1',
  verdict: 'wrong-date',
  comment: 'It was the day before.',
  events: ['2020-01-08-ain-al-asad', '2020-01-03-soleimani'],
  intent: 'when',
};
const MORNING = new Date('2026-11-22T08:00:00Z');
const NOON = new Date('2026-11-22T12:00:00Z');

overEachDatabase('feedback', (place) => {
  test('is kept as it was given', async () => {
    const { feedback } = await place().open();
    const kept = { ...VERDICT, givenAt: MORNING };
    expect(await feedback.give(VERDICT, MORNING)).toEqual(kept);
    expect(await feedback.find(ANSWER, 'U1')).toEqual(kept);
    expect(await feedback.find(ANSWER, 'U2')).toBeUndefined();
    const bare: NewFeedback = { ...ANSWER, user: 'U2', verdict: 'right', comment: null, events: [], intent: null };
    expect(await feedback.give(bare, MORNING)).toEqual({ ...bare, givenAt: MORNING });
  });

  test('is one verdict a person and answer: a later one replaces the whole of it', async () => {
    const { feedback } = await place().open();
    await feedback.give(VERDICT, MORNING);
    const later: NewFeedback = { ...VERDICT, verdict: 'right', comment: null, events: [], intent: null };
    await feedback.give(later, NOON);
    expect(await feedback.list('T1')).toEqual([{ ...later, givenAt: NOON }]);
  });

  test('that arrives late does not replace what was given after it', async () => {
    const { feedback } = await place().open();
    await feedback.give({ ...VERDICT, verdict: 'right' }, NOON);
    expect(await feedback.give(VERDICT, MORNING)).toMatchObject({ verdict: 'right', givenAt: NOON });
    expect(await feedback.give({ ...VERDICT, verdict: 'other' }, NOON)).toMatchObject({ verdict: 'other' });
  });

  test('is listed newest first, by verdict, and no more than asked for, of one workspace', async () => {
    const { feedback } = await place().open();
    await feedback.give({ ...VERDICT, user: 'U1' }, new Date(1_000));
    await feedback.give({ ...VERDICT, user: 'U2', verdict: 'right' }, new Date(3_000));
    await feedback.give({ ...VERDICT, user: 'U3' }, new Date(2_000));
    await feedback.give({ ...VERDICT, team: 'T2' }, new Date(4_000));
    const users = async (...args: Parameters<typeof feedback.list>) =>
      (await feedback.list(...args)).map(({ user }) => user);
    expect(await users('T1')).toEqual(['U2', 'U3', 'U1']);
    expect(await users('T1', { limit: 2 })).toEqual(['U2', 'U3']);
    expect(await users('T1', { verdict: 'wrong-date' })).toEqual(['U3', 'U1']);
    expect(await users('T1', { verdict: 'bad-source' })).toEqual([]);
  });
});
