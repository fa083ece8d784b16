import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/question/dates/find-dates.ts';
import { words } from '../../src/record/words.ts';
import { reads, TODAY } from '../support/read-dates.ts';

describe('a day', () => {
  reads([
    ['Jan. 8, 2020', 'in 2020-01-08'],
    ['8 January 2020', 'in 2020-01-08'],
    ['8th Jan 2020', 'in 2020-01-08'],
    ['8-Jan-2020', 'in 2020-01-08'],
    ['2020-01-08', 'in 2020-01-08'],
    ['2020/01/08', 'in 2020-01-08'],
    ['the 8th of January, 2020', 'in 2020-01-08'],
    ['Wednesday, January 8, 2020', 'in 2020-01-08'],
    ['Jan 3,2020', 'in 2020-01-03'],
    ['3 jan 20', 'in 2020-01-03'],
    ['8.1.2020', 'in 2020-01-08'],
    ['3/13/2020', 'in 2020-03-13'],
    ['13/3/2020', 'in 2020-03-13'],
    ['Christmas Day 2019', 'in 2019-12-25'],
    ['Christmas Eve 2023', 'in 2023-12-24'],
    ["New Year's Eve 2019", 'in 2019-12-31'],
    ['new years day 2020', 'in 2020-01-01'],
    ['9/11', 'in 2001-09-11'],
    ['the night of January 7, 2020', 'in 2020-01-07'],
    ['January 7 and 8, 2020', 'in 2020-01-07 2020-01-08'],
  ]);

  test.each(['1/8/2020', '08/01/20', '08-01-2020'])('%s can be two days, and keeps both', (text) => {
    const [date] = findDates(text, words(text), TODAY);
    expect(date?.ambiguous).toBe(true);
    expect(date?.spans.map(({ first }) => first).sort()).toEqual(['2020-01-08', '2020-08-01']);
  });
});

describe('a day or month without a year is of any year', () => {
  reads([
    ['8 January', 'in any year, 1/8'],
    ['January 8', 'in any year, 1/8'],
    ['on the 5th of august', 'in any year, 8/5'],
    ['in May', 'in any year, 5'],
    ['in may', 'in any year, 5'],
    ['since March', 'since any year, 3'],
    ['29 February', 'in any year, 2/29'],
    ['Boxing Day', 'in any year, 12/26'],
  ]);
});

describe('a month or a part of one', () => {
  reads([
    ['January 2020', 'in 2020-01-01..2020-01-31'],
    ['Jan 2020', 'in 2020-01-01..2020-01-31'],
    ['May 2019', 'in 2019-05-01..2019-05-31'],
    ["Jan '20", 'in 2020-01-01..2020-01-31'],
    ['2020-01', 'in 2020-01-01..2020-01-31'],
    ['1/2020', 'in 2020-01-01..2020-01-31'],
    ['February of 2024', 'in 2024-02-01..2024-02-29'],
    ['early January 2020', 'in 2020-01-01..2020-01-12'],
    ['mid-March 2020', 'in 2020-03-08..2020-03-22'],
    ['late January 2024', 'in 2024-01-18..2024-01-31'],
    ['the week of January 6, 2020', 'in 2020-01-06..2020-01-12'],
    ['the week of 8 January 2020', 'in 2020-01-06..2020-01-12'],
    ['the first week of January 2020', 'in 2020-01-01..2020-01-07'],
    ['the last week of December 2023', 'in 2023-12-25..2023-12-31'],
    ['the last week of 2023', 'in 2023-12-25..2023-12-31'],
    ['July/August 2024', 'in 2024-07-01..2024-08-31'],
    ['August and October 2024', 'in 2024-08-01..2024-08-31 2024-10-01..2024-10-31'],
  ]);
});

describe('a year, a part of one, or several', () => {
  reads([
    ['in 2020', 'in 2020-01-01..2020-12-31'],
    ['2003', 'in 2003-01-01..2003-12-31'],
    ["in '03", 'in 2003-01-01..2003-12-31'],
    ['early 2020', 'in 2020-01-01..2020-04-30'],
    ['mid 2020', 'in 2020-05-01..2020-08-31'],
    ['end of 2019', 'in 2019-09-01..2019-12-31'],
    ['summer 2024', 'in 2024-06-01..2024-08-31'],
    ['the summer of 2019', 'in 2019-06-01..2019-08-31'],
    ['winter 2019-20', 'in 2019-12-01..2020-02-29'],
    ['the first half of 2020', 'in 2020-01-01..2020-06-30'],
    ['Q1 2020', 'in 2020-01-01..2020-03-31'],
    ['the last quarter of 2023', 'in 2023-10-01..2023-12-31'],
    ['H2 2021', 'in 2021-07-01..2021-12-31'],
    ['the 1980s', 'in 1980-01-01..1989-12-31'],
    ["the 1980's", 'in 1980-01-01..1989-12-31'],
    ['in the 90s', 'in 1990-01-01..1999-12-31'],
    ['the late nineties', 'in 1995-01-01..1999-12-31'],
    ['2017 and 2018', 'in 2017-01-01..2017-12-31 2018-01-01..2018-12-31'],
    ['2019 or 20', 'in 2019-01-01..2019-12-31 2020-01-01..2020-12-31'],
  ]);
});

test('a date tells which words it is made of, with the words that introduce it', () => {
  const text = 'What hit Taji on 12 March 2020, and since when?';
  expect(findDates(text, words(text), TODAY)).toEqual([
    {
      start: 3,
      end: 7,
      text: 'on 12 March 2020',
      operator: 'in',
      granularity: 'day',
      spans: [{ first: '2020-03-12', last: '2020-03-12' }],
    },
  ]);
});

test.each(['between 2003 and 2011', 'between 2011 and 2003', "between '11 and 2003"])(
  'two years name all between them, whichever comes first: %s',
  (text) => {
    const [date] = findDates(text, words(text), TODAY);
    expect(date?.spans).toEqual([{ first: '2003-01-01', last: '2011-12-31' }]);
  },
);

test('whatever is typed gives dates in order, of words that no other date has', () => {
  const piece = fc.constantFrom(
    '8',
    'January',
    'may',
    '2020',
    'between',
    'and',
    'to',
    '-',
    '/',
    '2003',
    'before',
    'days',
    'after',
    'the',
    'last',
    'week',
    'of',
    '31',
    "'20",
    'Q1',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')),
        fc.string(),
      ),
      (text) => {
        const typed = words(text);
        let end = 0;
        for (const date of findDates(text, typed, TODAY)) {
          expect(date.start).toBeGreaterThanOrEqual(end);
          expect(date.end).toBeGreaterThan(date.start);
          expect(date.end).toBeLessThanOrEqual(typed.length);
          for (const { first, last } of date.spans) expect(first <= last).toBe(true);
          expect(date.spans.length > 0 || date.open !== undefined).toBe(true);
          end = date.end;
        }
      },
    ),
    { numRuns: 500 },
  );
});
