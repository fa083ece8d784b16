import { expect, test } from 'vitest';
import { findDates } from '../../src/question/dates/find-dates.ts';
import { FIRST_DAY, LAST_DAY } from '../../src/record/edtf.ts';
import { words } from '../../src/record/words.ts';

/** The day on which the tests ask, a Sunday. */
export const TODAY = Temporal.PlainDate.from('2026-11-22');

/** The dates of a text in a line each: operator, then `first..last` of each span, or the open month and day. */
function read(text: string): string[] {
  return findDates(text, words(text), TODAY).map(({ operator, spans, open }) => {
    const days = spans.map(({ first, last }) => {
      const from = first === FIRST_DAY ? '' : first;
      const to = last === LAST_DAY ? '' : last;
      return from === to ? from : `${from}..${to}`;
    });
    const anyYear = open ? [`any year, ${open.month}${open.day === undefined ? '' : `/${open.day}`}`] : [];
    return [operator, ...days, ...anyYear].join(' ');
  });
}

/** A test for each text: the dates that are read in it. */
export function reads(cases: [string, ...string[]][]): void {
  test.each(cases)('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });
}
