import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedEdits, consonantSkeleton, editDistance } from '../../src/search/edit-distance.ts';

test.each([
  ['erbil', 'erbil', 0],
  ['erbli', 'erbil', 1],
  ['irbil', 'erbil', 1],
  ['erbl', 'erbil', 1],
  ['erbiil', 'erbil', 1],
  ['iran', 'iraq', 1],
  ['suleimani', 'soleimani', 1],
  ['taji', 'basra', 4],
  ['', 'taji', 4],
])('from %j to %j it is %d', (a, b, expected) => {
  expect(editDistance(a, b, 9)).toBe(expected);
});

test.each([
  ['aa', 'bbbbb', 3],
  ['bbbbb', 'aa', 3],
  ['taji', 'basra', 0],
  ['iran', 'basra', 2],
])('from %s to %s it is given as one more than the limit of %d', (a, b, limit) => {
  expect(editDistance(a, b, limit)).toBe(limit + 1);
});

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [7, 1],
  [8, 2],
  [20, 2],
])('in a word of %d letters %d edits are allowed', (length, edits) => {
  expect(allowedEdits(length)).toBe(edits);
});

describe('properties', () => {
  const word = fc.stringMatching(/^[a-d]{0,8}$/);
  const limit = fc.integer({ min: 0, max: 8 });

  test('it is the same from either side', () => {
    fc.assert(
      fc.property(
        word,
        word,
        limit,
        (a, b, most) => void expect(editDistance(a, b, most)).toBe(editDistance(b, a, most)),
      ),
    );
  });

  test('it is nothing exactly for equal words', () => {
    fc.assert(fc.property(word, word, (a, b) => void expect(editDistance(a, b, 8) === 0).toBe(a === b)));
  });

  test('it is at least the difference of the lengths and at most the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 8);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  test('beyond the limit it is the limit and one, below it the limit changes nothing', () => {
    fc.assert(
      fc.property(word, word, limit, (a, b, most) => {
        const whole = editDistance(a, b, 8);
        expect(editDistance(a, b, most)).toBe(whole <= most ? whole : most + 1);
      }),
    );
  });

  test('two neighbours that change places are one edit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{2,10}$/), fc.nat(), (value, seed) => {
        const at = seed % (value.length - 1);
        const swapped = value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2);
        expect(editDistance(value, swapped, 3)).toBe(value === swapped ? 0 : 1);
      }),
    );
  });
});

test.each([
  ['hizbollah', 'hezballah'],
  ['soleimani', 'sulaymani'],
  ['qaani', 'khaani'],
  ['zulfiqar', 'dhulfikar'],
  ['muhammad', 'mohamed'],
])('the consonants of %s and %s agree', (a, b) => {
  expect(consonantSkeleton(a)).toBe(consonantSkeleton(b));
});

test.each([
  ['iran', 'iraq'],
  ['basra', 'balad'],
  ['erbil', 'irbit'],
])('the consonants of %s and %s do not', (a, b) => {
  expect(consonantSkeleton(a)).not.toBe(consonantSkeleton(b));
});
