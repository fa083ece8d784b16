import fc from 'fast-check';
import { EdtfError, parseEdtf } from '../../src/record/edtf.ts';

const year = fc.integer({ min: 1990, max: 2032 }).map(String);
const twoDigits = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'));
const month = twoDigits(1, 12);

/** February and the turn of the year, where calendars are hard. */
const hardDay = fc.constantFrom('02-28', '02-29', '02-2X', '03-01', '12-31', '01-01', '04-3X', '02-XX');

const unqualified = fc.oneof(
  fc.tuple(year, month, twoDigits(1, 31)).map((parts) => parts.join('-')),
  fc.tuple(year, hardDay).map((parts) => parts.join('-')),
  fc.tuple(year, month, fc.constantFrom('0X', '1X', '2X', '3X', 'XX')).map((parts) => parts.join('-')),
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, fc.constantFrom('21', '22', '23', '24', 'XX', 'XX-XX')).map((parts) => parts.join('-')),
  year,
  fc.constantFrom('199X', '201X', '19XX', '20XX'),
);
const single = fc.tuple(unqualified, fc.constantFrom('', '', '~', '?', '%')).map((parts) => parts.join(''));
const interval = fc.oneof(
  fc.tuple(single, single).map(([a, b]) => `${a}/${b}`),
  fc.tuple(single, single).map(([a, b]) => `${b}/${a}`),
  single.map((date) => `${date}/${date}`),
  fc.tuple(single, fc.constantFrom('', '..')).map(([date, open]) => `${date}/${open}`),
  fc.tuple(single, fc.constantFrom('', '..')).map(([date, open]) => `${open}/${date}`),
);

/** A date of any form that the record may hold. */
export const anyEdtf: fc.Arbitrary<string> = fc.oneof(single, interval).filter(isEdtf);

function isEdtf(value: string): boolean {
  try {
    parseEdtf(value);
    return true;
  } catch (error) {
    if (error instanceof EdtfError) return false;
    throw error;
  }
}
