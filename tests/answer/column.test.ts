import { expect, test } from 'vitest';
import { highest, inText, times, withOwnWords } from '../../src/answer/column.ts';

const column = (...degrees: number[]) => Float64Array.of(...degrees);

test('the highest of columns is taken row by row, and none of them is changed', () => {
  const first = column(1, 0, 0.5);
  expect(highest([first, column(0, 0.3, 0.7)])).toEqual(column(1, 0.3, 0.7));
  expect(first).toEqual(column(1, 0, 0.5));
  expect(highest([first])).toBe(first);
});

test('a column counts for a share', () => {
  expect(times(column(1, 0.5, 0), 0.5)).toEqual(column(0.5, 0.25, 0));
});

test('words that all stand in a text speak by the least of them, and more in a title', () => {
  const [inTitle, inBody, nowhere] = inText([column(1, 1, 1), column(1, 0.8, 0)]);
  expect(inTitle).toBeGreaterThan(inBody!);
  expect(inBody).toBeGreaterThan(0);
  expect(nowhere).toBe(0);
});

test('a name met by fields is met less where its own words are not in the text, and by the text alone less still', () => {
  const [said, unsaid, textAlone] = withOwnWords(column(1, 1, 0), [column(1, 0, 1)]);
  expect(said).toBe(1);
  expect(unsaid).toBeLessThan(1);
  expect(textAlone).toBeLessThan(unsaid!);
});
