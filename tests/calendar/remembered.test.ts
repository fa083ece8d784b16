import { expect, test } from 'vitest';
import { remembered } from '../../src/calendar/remembered.ts';

test('what was given once is given again, until others have taken its place', () => {
  const asked: string[] = [];
  const shout = remembered(2, (text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map(shout)).toEqual(['A', 'B', 'A', 'C', 'B', 'A']);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('what has failed is tried again', () => {
  let failures = 0;
  const read = remembered(2, () => {
    failures += 1;
    if (failures === 1) throw new RangeError('not yet');
    return failures;
  });
  expect(() => read('a')).toThrow(RangeError);
  expect([read('a'), read('a')]).toEqual([2, 2]);
});
