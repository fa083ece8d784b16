import { expect, test } from 'vitest';
import { countsToward, measureClosure, withCovered } from '../../src/answer/measures.ts';
import { record } from '../support/desk.ts';

const timeline = record()[0]!;

test('a measure that covers others stands for them too', () => {
  expect(withCovered(['casualties', 'killed'], timeline)).toEqual(['casualties', 'killed', 'wounded', 'killed']);
  expect(measureClosure('brain-injuries', timeline)).toEqual(['brain-injuries', 'wounded']);
});

test('a part counts toward its whole, a whole toward none of its parts', () => {
  const counts = (id: string, ...whole: string[]) => countsToward(id, new Set(whole), timeline);
  expect(counts('brain-injuries', 'wounded')).toBe(true);
  expect(counts('wounded', 'wounded')).toBe(true);
  expect(counts('wounded', 'brain-injuries')).toBe(false);
  expect(counts('casualties', 'killed')).toBe(false);
});
