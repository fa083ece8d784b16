import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJsonAnswer } from '../../src/render/json.ts';
import { flawsOf } from '../support/answer-flaws.ts';
import { arbitraryQuestion } from '../support/arbitrary-question.ts';
import { desk, NOW } from '../support/desk.ts';

const RUNS = 300;

test('any question at all is answered with citations or declined, inert in Slack, twice the same, and never throws', () => {
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
