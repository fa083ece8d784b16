import { expect, test } from 'vitest';
import { stem } from '../../src/search/stem.ts';

test.each([
  ['attacks', 'attacked'],
  ['missiles', 'missile'],
  ['withdrawing', 'withdraws'],
  ['bombings', 'bombed'],
])('%s and %s have one stem', (a, b) => {
  expect(stem(a)).toBe(stem(b));
});

test.each(['us', 'may', 'gas', '1980s', '22', 'b2s', 'عين', 'ss'])('%s is left whole', (word) => {
  expect(stem(word)).toBe(word);
});

test.each([
  ['iran', 'iraq'],
  ['iran', 'iranian'],
  ['base', 'basra'],
])('%s and %s keep apart', (a, b) => {
  expect(stem(a)).not.toBe(stem(b));
});
