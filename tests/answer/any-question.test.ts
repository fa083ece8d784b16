import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toJsonAnswer } from '../../src/render/json.ts';
import { arbitraryQuestion } from '../support/arbitrary-question.ts';
import { desk, NOW } from '../support/desk.ts';

const RUNS = 300;

describe('any question at all', () => {
  test('is answered with citations or declined, twice the same, and never throws', () => {
    fc.assert(
      fc.property(arbitraryQuestion, fc.array(arbitraryQuestion, { maxLength: 2 }), (question, thread) => {
        const ask = () => toJsonAnswer(desk().ask(question, { now: NOW, thread }), { id: 'x', ms: 0 });
        const answer = ask();
        expect(answer.text).not.toBe('');
        if (answer.status !== 'declined' && answer.kind !== 'meta') {
          expect(answer.citations.length).toBeGreaterThan(0);
          expect(answer.events.length).toBeGreaterThan(0);
        }
        expect(ask()).toEqual(answer);
      }),
      { numRuns: RUNS },
    );
  });

  test('cites nothing that it does not list, and lists nothing that it does not cite', () => {
    fc.assert(
      fc.property(arbitraryQuestion, (question) => {
        const answer = desk().ask(question, { now: NOW });
        const cited = new Set(answer.statements.flatMap(({ cites }) => cites));
        expect(new Set(answer.citations.map(({ n }) => n))).toEqual(cited);
      }),
      { numRuns: RUNS },
    );
  });
});
