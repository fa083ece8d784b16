import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  EdtfError,
  endsOf,
  FIRST_DAY,
  LAST_DAY,
  overlaps,
  parseEdtf,
} from '../../src/record/edtf.ts';

test.each([
  ['2020-01-08', '2020-01-08', '2020-01-08', 'day'],
  ['2020-02', '2020-02-01', '2020-02-29', 'month'],
  ['2023-02', '2023-02-01', '2023-02-28', 'month'],
  ['2024-01-XX', '2024-01-01', '2024-01-31', 'month'],
  ['2003', '2003-01-01', '2003-12-31', 'year'],
  ['2003-XX', '2003-01-01', '2003-12-31', 'year'],
  ['2003-XX-XX', '2003-01-01', '2003-12-31', 'year'],
  ['198X', '1980-01-01', '1989-12-31', 'decade'],
  ['19XX', '1900-01-01', '1999-12-31', 'decade'],
  ['2024-01-0X', '2024-01-01', '2024-01-09', 'days'],
  ['2024-01-2X', '2024-01-20', '2024-01-29', 'days'],
  ['2023-02-2X', '2023-02-20', '2023-02-28', 'days'],
  ['2024-01-3X', '2024-01-30', '2024-01-31', 'days'],
  ['2024-21', '2024-03-01', '2024-05-31', 'season'],
  ['2024-22', '2024-06-01', '2024-08-31', 'season'],
  ['2024-23', '2024-09-01', '2024-11-30', 'season'],
  ['2023-24', '2023-12-01', '2024-02-29', 'season'],
  ['2003/2011', '2003-01-01', '2011-12-31', 'interval'],
  ['2024-01-2X/2024-02-03', '2024-01-20', '2024-02-03', 'interval'],
  ['2023-10-07/..', '2023-10-07', LAST_DAY, 'interval'],
  ['../2011', FIRST_DAY, '2011-12-31', 'interval'],
  ['/2011', FIRST_DAY, '2011-12-31', 'interval'],
  ['2003/', '2003-01-01', LAST_DAY, 'interval'],
])('%s runs from %s to %s, exact to the %s', (edtf, first, last, precision) => {
  expect(parseEdtf(edtf)).toEqual({ edtf, first, last, precision, approximate: false, uncertain: false });
});

test.each([
  ['2026-03-12~', true, false],
  ['2026-03-12?', false, true],
  ['2026-03%', true, true],
  ['198X~', true, false],
  ['2003~/2011', true, false],
  ['2003/2011?', false, true],
])('%s says how sure it is and keeps its span', (edtf, approximate, uncertain) => {
  expect(parseEdtf(edtf)).toMatchObject({ approximate, uncertain });
  const { first, last } = parseEdtf(edtf.replaceAll(/[~?%]/g, ''));
  expect(parseEdtf(edtf)).toMatchObject({ first, last });
});

test.each([
  ['2023-02-29', 'the calendar has no such day'],
  ['2024-04-31', 'the calendar has no such day'],
  ['2024-13', 'the calendar has no such day'],
  ['2024-00-01', 'the calendar has no such day'],
  ['2024-01-00', 'the calendar has no such day'],
  ['2024-02-3X', 'the month has no such days'],
  ['2024-01-4X', 'the month has no such days'],
  ['2024-1X', 'an unknown month is written XX'],
  ['2024-XX-05', 'an unknown month is written XX'],
  ['198X-05', 'an unknown year has no month'],
  ['2011/2003', 'the interval ends before it starts'],
  ['../..', 'an interval needs at least one date'],
  ['/', 'an interval needs at least one date'],
  ['2001/2002/2003', 'an interval has two ends'],
  ['9999-24', 'the record ends with the year 9999'],
  ['8 January 2020', 'write YYYY'],
  ['2020-1-8', 'write YYYY'],
  ['2020-01-08T01:30', 'write YYYY'],
  [' 2020', 'write YYYY'],
  ['2020\n', 'write YYYY'],
  ['', 'write YYYY'],
])('%j is refused: %s', (edtf, reason) => {
  expect(() => parseEdtf(edtf)).toThrow(EdtfError);
  expect(() => parseEdtf(edtf)).toThrow(`"${edtf}" is not an EDTF date: ${reason}`);
});

const day = fc
  .record({
    year: fc.integer({ min: 1, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day: number }) => Temporal.PlainDate.from({ year, month, day: number }).toString());
const qualifier = fc.constantFrom('', '~', '?', '%');
const single = fc.oneof(
  day,
  day.map((value) => value.slice(0, 7)),
  day.map((value) => value.slice(0, 4)),
  day.map((value) => `${value.slice(0, 3)}X`),
  day.map((value) => `${value.slice(0, 9)}X`),
  fc.tuple(day, fc.integer({ min: 21, max: 24 })).map(([value, season]) => `${value.slice(0, 4)}-${season}`),
);

describe('properties', () => {
  test('every date runs forwards, between days that the calendar has', () => {
    fc.assert(
      fc.property(single, qualifier, (value, mark) => {
        const { first, last } = parseEdtf(`${value}${mark}`);
        expect(first <= last).toBe(true);
        expect(Temporal.PlainDate.from(first).toString()).toBe(first);
        expect(Temporal.PlainDate.from(last).toString()).toBe(last);
      }),
    );
  });

  test('a day is its own first and last day', () => {
    fc.assert(
      fc.property(day, (value) => {
        expect(parseEdtf(value)).toMatchObject({ edtf: value, first: value, last: value, precision: 'day' });
      }),
    );
  });

  test('a day that the calendar lacks is always refused', () => {
    const impossible = fc
      .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 29, max: 99 }))
      .filter(([year, month, number]) => number > Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
      .map(([year, month, number]) => `${year}-${String(month).padStart(2, '0')}-${number}`);
    fc.assert(fc.property(impossible, (value) => void expect(() => parseEdtf(value)).toThrow(EdtfError)));
  });

  test('an interval spans both its ends, and backwards it is refused', () => {
    fc.assert(
      fc.property(single, single, (a, b) => {
        const [from, to] = [parseEdtf(a), parseEdtf(b)];
        if (from.first > to.last) expect(() => parseEdtf(`${a}/${b}`)).toThrow(EdtfError);
        else expect(parseEdtf(`${a}/${b}`)).toMatchObject({ first: from.first, last: to.last });
      }),
    );
  });

  test('any text is either read or refused with an EdtfError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dX/.~?%-]{0,14}$/)), (value) => {
        try {
          expect(parseEdtf(value).first <= parseEdtf(value).last).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(EdtfError);
        }
      }),
    );
  });

  test('days added are days between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -300, max: 300 }), (value, days) => {
        fc.pre(value > '0003' && value < '9997');
        expect(daysBetween(value, addDays(value, days))).toBe(days);
      }),
    );
  });

  test('spans overlap exactly when some day lies in both, whichever is named first', () => {
    const days = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 9 })).map(([from, more]) => {
      const first = `2020-01-${String(from).padStart(2, '0')}`;
      return { first, last: addDays(first, more) };
    });
    fc.assert(
      fc.property(days, days, (a, b) => {
        const shared = Array.from({ length: 40 }, (_, index) => addDays('2020-01-01', index)).some(
          (at) => at >= a.first && at <= a.last && at >= b.first && at <= b.last,
        );
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
      }),
    );
  });
});

test('the ends of an interval are dates of their own, as exact and as sure as each is known', () => {
  expect(endsOf('2024-01-2X/2024-02~')).toEqual({ start: parseEdtf('2024-01-2X'), end: parseEdtf('2024-02~') });
  expect(endsOf('2023-10-07/..')).toEqual({ start: parseEdtf('2023-10-07') });
  expect(endsOf('/2011')).toEqual({ end: parseEdtf('2011') });
  expect(() => endsOf('2024-01-08')).toThrow(EdtfError);
});
