import { describe, expect, test } from 'vitest';
import type { DaySpan } from '../../src/calendar/occasion.ts';
import { occasionsOf } from '../../src/calendar/occasions.ts';
import { describeOccasion } from '../../src/digest/occasion-wording.ts';
import { parseEdtf } from '../../src/record/edtf.ts';
import { timelineWith } from '../support/dated-timeline.ts';
import { desk } from '../support/desk.ts';

const year = (number: number): DaySpan => ({ first: `${number}-03-01`, last: `${number + 1}-02-28` });

/** The occasions of one event's date in a year, in words. */
function told(date: string, of: DaySpan, home?: string): string[] {
  const timeline = timelineWith([
    { date, title: 'The Heron burns', ...(home === undefined ? {} : { home: parseEdtf(home) }) },
  ]);
  return occasionsOf(timeline, of).map((occasion) =>
    describeOccasion(occasion, 'Washington')
      .map(({ text }) => text)
      .join(''),
  );
}

describe('an occasion is told with what is known of its date', () => {
  test.each([
    ['2020-04-08', ['5 years since: The Heron burns (8 April 2020)']],
    ['2024-04-08', ['1 year since: The Heron burns (8 April 2024)']],
    ['2020-04-2X', ['5 years since, some time in 20–29 April 2025: The Heron burns (20–29 April 2020)']],
    ['2020-04-3X', ['5 years since: The Heron burns (30 April 2020)']],
    ['2020-04', ['5 years since, some time in April 2025: The Heron burns (April 2020)']],
    ['2020-22', ['5 years since, some time in summer 2025: The Heron burns (summer 2020)']],
    ['2020-24', ['5 years since, some time in winter 2025–26: The Heron burns (winter 2020–21)']],
    ['2020-04-08~', ['about 5 years since: The Heron burns (about 8 April 2020)']],
    ['2020-04-08?', ['5 years since: The Heron burns (8 April 2020 (uncertain))']],
    [
      '2016-10-17/2017-07-10',
      [
        '9 years since the start: The Heron burns (17 October 2016 to 10 July 2017)',
        '8 years since the end: The Heron burns (17 October 2016 to 10 July 2017)',
      ],
    ],
  ])('%s', (date, lines) => {
    expect(told(date, year(2025))).toEqual(lines);
  });

  test('of a year', () => {
    expect(told('2003', { first: '2028-05-01', last: '2028-05-01' })).toEqual([
      '25 years since, some time in 2028: The Heron burns (2003)',
    ]);
  });

  test('both dates are named where the second clock showed another day, but not of its end', () => {
    expect(told('2020-04-08', year(2025), '2020-04-07')).toEqual([
      '5 years since: The Heron burns (8 April 2020; 7 April in Washington)',
    ]);
    expect(told('2020-01-01', { first: '2025-01-01', last: '2025-01-01' }, '2019-12-31')).toEqual([
      '5 years since: The Heron burns (1 January 2020; 31 December 2019 in Washington)',
    ]);
    expect(told('2020-04-08/2020-08-09', year(2025), '2020-04-07')[1]).toBe(
      '5 years since the end: The Heron burns (8 April to 9 August 2020)',
    );
  });

  test('a 29 February is told on the 28th with the reason, and on its own day without', () => {
    const on = (day: string) => told('2020-02-29', { first: day, last: day });
    expect(on('2027-02-28')).toEqual([
      '7 years since: The Heron burns (29 February 2020), told on 28 February, since 2027 has no 29th',
    ]);
    expect(on('2028-02-29')).toEqual(['8 years since: The Heron burns (29 February 2020)']);
    expect(on('2028-02-28')).toEqual([]);
  });
});

test('every event of the record has the same sober form', () => {
  for (const occasion of desk().occasions({ first: '2027-01-01', last: '2027-12-31' })) {
    const [since, what, ...others] = describeOccasion(occasion, 'Washington');
    expect(since).toMatchObject({ strong: true, text: expect.stringMatching(/^(about )?\d+ years? since/) });
    expect(what!.text.replace(occasion.event.title, '')).not.toMatch(/!|anniversar|celebrat|mark/i);
    expect(others).toEqual([]);
  }
});
