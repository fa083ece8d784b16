import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJsonAnswer } from '../../src/render/json.ts';
import { flawsOf } from '../support/answer-flaws.ts';
import { arbitraryQuestion } from '../support/arbitrary-question.ts';
import { desk, NOW } from '../support/desk.ts';

const RUNS = 300;

test('any question at all is answered with citations or declined, inert in Slack, twice the same, and never throws', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(arbitraryQuestion, fc.array(arbitraryQuestion, { maxLength: 2 }), (question, thread) => {
      const ask = () => desk().ask(question, { now: NOW, thread });
      const answer = ask();
      const told = toJsonAnswer(answer, { id: 'x', ms: 0 });
      expect(told.text).not.toBe('');
      expect(flawsOf(answer)).toEqual([]);
      expect(toJsonAnswer(ask(), { id: 'x', ms: 0 })).toEqual(told);
    }),
    { numRuns: RUNS },
  );
});

test.each([
  'attacks in the last 999999999999999999999 days',
  'what happened 999999999999999999999 years ago',
  'what happened 9999 years ago',
  'what happened 999999999999999999999 days after the Tower 22 attack',
  'what happened 9999 weeks before the Tower 22 attack',
  'last \u202e July at Balad',
])('an impossible amount or a mark that turns the line is answered like any other question: %j', (question) => {
  expect(flawsOf(desk().ask(question, { now: NOW, thread: [] }))).toEqual([]);
});
