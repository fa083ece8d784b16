import { expect, test } from 'vitest';
import { typedDate } from '../../src/question/dates/typed-date.ts';

const read = (text: string) => typedDate(text, Temporal.PlainDate.from('2026-03-14'));

test.each([
  ['8 January 2020', '2020-01-08'],
  ['Jan. 8, 2020', '2020-01-08'],
  ['on January 8th 2020', '2020-01-08'],
  ['2020-01-08', '2020-01-08'],
  ['2026-03-12~', '2026-03-12~'],
  ['2024-01-2X', '2024-01-2X'],
  [' January 2020 ', '2020-01'],
  ['2020', '2020'],
  ['yesterday', '2026-03-13'],
  ['24 to 25 April 1980', '1980-04-24/1980-04-25'],
])('%j is %s', (text, edtf) => {
  expect(read(text)).toBe(edtf);
});

test.each([
  '',
  'soon',
  '8 January',
  '08/01/2020',
  'since 2003',
  '3 January 2020, 8 January 2020',
  '31 April 2020',
  '????',
])('%j is no one date', (text) => {
  expect(read(text)).toBeUndefined();
});
