import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capList, packLines, truncate, weight } from '../../src/render/limits.ts';

describe('truncate', () => {
  test.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['ab  cd', 5, 'ab…'],
    ['a👩‍👩‍👧‍👦b', 5, 'a…'],
    ['e\u0301e\u0301e\u0301', 4, 'e\u0301…'],
    ['🔥🔥', 1, '…'],
  ])('%s to %i', (text, max, cut) => {
    expect(truncate(text, max)).toBe(cut);
  });

  test('never exceeds its measure and never halves a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, max) => {
        const cut = truncate(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('packLines', () => {
  test('fills each text and divides no line', () => {
    expect(packLines(['aa', 'bb', 'cc'], 5)).toEqual(['aa\nbb', 'cc']);
    expect(packLines(['aa', 'bb'], 4)).toEqual(['aa', 'bb']);
    expect(packLines(['aa', 'bb'], 7, ' · ')).toEqual(['aa · bb']);
    expect(packLines([], 5)).toEqual([]);
    expect(packLines(['', 'a'], 5)).toEqual(['\na']);
  });
});

describe('capList', () => {
  test('keeps the head and counts the rest', () => {
    expect(capList(['a', 'b', 'c'], 2, 100)).toEqual({ shown: ['a', 'b'], more: 1, used: 6 });
    expect(capList(['a', 'b', 'c'], 9, weight('a') * 2)).toEqual({ shown: ['a', 'b'], more: 1, used: 6 });
    expect(capList(['a'], 1, 100)).toEqual({ shown: ['a'], more: 0, used: 3 });
  });
});
