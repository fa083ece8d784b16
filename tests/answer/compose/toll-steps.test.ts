import { expect, test } from 'vitest';
import { tollSteps } from '../../../src/answer/compose/toll-steps.ts';
import type { Figure } from '../../../src/record/timeline.ts';

function figure(value: Figure['value'], day: number, of = 'U.S. troops'): Figure {
  return {
    what: 'wounded',
    value,
    of,
    saidBy: 'Pentagon',
    asOf: `2020-01-${String(day).padStart(2, '0')}`,
    sources: ['a'],
  };
}

const byPeople = ({ of }: Figure) => of;

test('a toll that only grew over three numbers and more is told from its first to its newest', () => {
  const [first, second, again, last] = [figure(11, 16), figure(34, 24), figure(34, 26), figure(110, 28)];
  expect(tollSteps([first!, second!, again!, last!], byPeople)).toEqual([{ from: first, to: last, steps: 2 }]);
});

test('two numbers, and one that is only said again, stand side by side', () => {
  const figures = [figure(27, 1), figure(28, 2), figure(28, 3)];
  expect(tollSteps(figures, byPeople)).toEqual(figures.map((one) => ({ figure: one })));
});

test('a toll that fell once is told in full', () => {
  const figures = [figure(11, 1), figure(34, 2), figure(30, 3), figure(50, 4)];
  expect(tollSteps(figures, byPeople)).toHaveLength(4);
});

test('what counts other people, or no number, is no step of the rise, and keeps its place in time', () => {
  const rising = [figure(1, 1), figure(2, 3), figure(3, 5)];
  const iraqis = figure(7, 2, 'Iraqi soldiers');
  const dozens = figure({ words: 'dozens' }, 4);
  expect(tollSteps([rising[0]!, iraqis, rising[1]!, dozens, rising[2]!], byPeople)).toEqual([
    { from: rising[0], to: rising[2], steps: 2 },
    { figure: iraqis },
    { figure: dozens },
  ]);
  expect(tollSteps(rising, () => undefined)).toHaveLength(3);
});
