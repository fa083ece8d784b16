import { expect, test } from 'vitest';
import { EdtfError } from '../../src/record/edtf.ts';
import { formatEdtf } from '../../src/record/format-date.ts';

test.each([
  ['2020-01-08', '8 January 2020'],
  ['2026-03-12~', 'about 12 March 2026'],
  ['2026-03-12?', '12 March 2026 (uncertain)'],
  ['2026-03-12%', 'about 12 March 2026 (uncertain)'],
  ['2024-01-0X', '1–9 January 2024'],
  ['2024-01-2X', '20–29 January 2024'],
  ['2024-01-3X', '30–31 January 2024'],
  ['2024-04-3X', '30 April 2024'],
  ['2024-01', 'January 2024'],
  ['2024-01-XX', 'January 2024'],
  ['2024-06~', 'about June 2024'],
  ['2003', '2003'],
  ['2003-XX-XX', '2003'],
  ['198X', 'the 1980s'],
  ['200X', '2000–2009'],
  ['19XX', '1900–1999'],
  ['2024-21', 'spring 2024'],
  ['2024-23', 'autumn 2024'],
  ['2024-24', 'winter 2024–25'],
  ['1980-04-24/1980-04-25', '24–25 April 1980'],
  ['1980-04-24/1980-05-02', '24 April to 2 May 1980'],
  ['2016-10-17/2017-07-10', '17 October 2016 to 10 July 2017'],
  ['2024-01/2024-03', 'January to March 2024'],
  ['2003/2011', '2003 to 2011'],
  ['2024-01-2X/2024-02-03', '20–29 January 2024 to 3 February 2024'],
  ['1980-04-24~/1980-04-25', 'about 24 April 1980 to 25 April 1980'],
  ['1980-04-24/1980-04-24', '24 April 1980'],
  ['2023-10-07/..', 'from 7 October 2023'],
  ['../2023-10-07', 'until 7 October 2023'],
  ['/2011', 'until 2011'],
])('%s is printed as %s', (edtf, printed) => {
  expect(formatEdtf(edtf)).toBe(printed);
});

test.each(['yesterday', '2024-13', '2023-02-29', ''])('%j is refused', (edtf) => {
  expect(() => formatEdtf(edtf)).toThrow(EdtfError);
});
