import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Occasion } from '../../src/calendar/occasion.ts';
import { byRank, MILESTONES, occasionsOf } from '../../src/calendar/occasions.ts';
import type { Timeline } from '../../src/record/timeline.ts';
import { anyEdtf } from '../support/arbitrary-edtf.ts';
import { ferryTimeline, timelineWithDates } from '../support/dated-timeline.ts';
import { record } from '../support/desk.ts';
import { everyDay, nameOf, oracleOfTimeline } from '../support/occasion-oracle.ts';

const TEN_YEARS = { first: '2020-01-01', last: '2030-12-31' };
const DAYS = everyDay(TEN_YEARS.first, TEN_YEARS.last);

const namesOn = (timeline: Timeline, day: string) =>
  occasionsOf(timeline, { first: day, last: day }).map(nameOf).toSorted();

function expectCountedRight(timeline: Timeline, days: readonly string[]): void {
  const oracle = oracleOfTimeline(timeline);
  for (const day of days) {
    const [found, counted] = [namesOn(timeline, day), oracle(day)];
    // Comparing texts costs a hundredth of an assertion.
    if (found.join() !== counted.join()) expect({ day, found }).toEqual({ day, found: counted });
  }
}

describe('day by day, what falls due is what a count by hand finds', () => {
  test('in the published record, over eleven years', () => {
    for (const timeline of record()) expectCountedRight(timeline, DAYS);
  });

  test('in a timeline on another subject', () => {
    expectCountedRight(ferryTimeline(), DAYS);
  });

  test('for dates of every form', () => {
    const someDays = fc.shuffledSubarray(DAYS, { minLength: 150, maxLength: 150 });
    const hardDays = DAYS.filter((day) => /-(?:02-28|02-29|03-01|12-31|01-01)$/.test(day));
    fc.assert(
      fc.property(fc.array(anyEdtf, { minLength: 1, maxLength: 40 }), someDays, (dates, days) => {
        expectCountedRight(timelineWithDates(dates), [...days, ...hardDays]);
      }),
    );
  });
});

test('the days of an occasion are those on which it falls, within any span that they touch', () => {
  const anyDay = fc.integer({ min: 0, max: DAYS.length - 1 });
  fc.assert(
    fc.property(anyEdtf, anyDay, anyDay, (date, one, other) => {
      const timeline = timelineWithDates([date]);
      const span = { first: DAYS[Math.min(one, other)]!, last: DAYS[Math.max(one, other)]! };
      const expected = new Map<string, string[]>();
      for (const day of everyDay(span.first, span.last))
        for (const name of namesOn(timeline, day)) expected.set(name, [...(expected.get(name) ?? []), day]);
      const found = occasionsOf(timeline, span).map((occasion): [string, string[]] => [
        nameOf(occasion),
        everyDay(later(occasion.first, span.first), earlier(occasion.last, span.last)),
      ]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      expect(found).toHaveLength(expected.size);
    }),
    { numRuns: 40 },
  );
});

describe('an occasion is exact to what is known of the date', () => {
  test.each([
    ['2020-01-08', 2025, ['whole 5 2025-01-08 2025-01-08 day']],
    ['2024-01-2X', 2029, ['whole 5 2029-01-20 2029-01-29 days']],
    ['2024-02-2X', 2025, ['whole 1 2025-02-20 2025-02-28 days']],
    ['2023-02-2X', 2024, ['whole 1 2024-02-20 2024-02-29 days']],
    ['2023-02', 2024, ['whole 1 2024-02-01 2024-02-29 month']],
    ['2024-01-XX', 2025, ['whole 1 2025-01-01 2025-01-31 month']],
    ['2020-22', 2025, ['whole 5 2025-06-01 2025-08-31 season']],
    ['2019-24', 2025, ['whole 5 2024-12-01 2025-02-28 season', 'whole 6 2025-12-01 2026-02-28 season']],
    ['2020', 2025, ['whole 5 2025-01-01 2025-12-31 year']],
    ['198X', 2025, []],
    ['2023-10-17/2024-02-05', 2025, ['end 1 2025-02-05 2025-02-05 day', 'start 2 2025-10-17 2025-10-17 day']],
    ['2003/2011', 2025, ['start 22 2025-01-01 2025-12-31 year', 'end 14 2025-01-01 2025-12-31 year']],
    ['2023-10-07/..', 2025, ['start 2 2025-10-07 2025-10-07 day']],
    ['/2011-06-10', 2025, ['end 14 2025-06-10 2025-06-10 day']],
    ['2020-01-08/2020-01-08', 2025, ['whole 5 2025-01-08 2025-01-08 day']],
    ['2025-01-08', 2025, []],
  ])('%s in %i', (date, year, expected) => {
    const found = occasionsOf(timelineWithDates([date]), { first: `${year}-01-01`, last: `${year}-12-31` });
    expect(
      found.map(({ part, years, first, last, precision }) => [part, years, first, last, precision].join(' ')),
    ).toEqual(expected);
  });

  test.each([
    [2024, '2024-02-29', false],
    [2025, '2025-02-28', true],
    [2028, '2028-02-29', false],
    [2100, '2100-02-28', true],
  ])('a 29 February, in %i', (year, day, fromLeapDay) => {
    const found = occasionsOf(timelineWithDates(['2020-02-29']), { first: `${year}-02-01`, last: `${year}-03-31` });
    expect(found).toMatchObject([{ first: day, last: day, fromLeapDay }]);
  });

  test('each end of an interval is as sure as it is known to be', () => {
    const ends = occasionsOf(timelineWithDates(['2003-05~/2011-06-10?']), { first: '2020-01-01', last: '2020-12-31' });
    expect(ends.find(({ part }) => part === 'start')).toMatchObject({ approximate: true, uncertain: false });
    expect(ends.find(({ part }) => part === 'end')).toMatchObject({ approximate: false, uncertain: true });
    const one = occasionsOf(timelineWithDates(['2003-05-01~/2003-05-01']), { first: '2020-05-01', last: '2020-05-01' });
    expect(one).toMatchObject([{ part: 'whole', approximate: true }]);
  });

  test('the last winter that has a year ends with it', () => {
    const found = occasionsOf(timelineWithDates(['2020-24']), { first: '9999-12-31', last: '9999-12-31' });
    expect(found).toMatchObject([{ first: '9999-12-01', last: '9999-12-31', years: 7979 }]);
  });
});

describe('the order of occasions', () => {
  const span = { first: '2027-01-01', last: '2027-12-31' };
  const occasions = record().flatMap((timeline) => occasionsOf(timeline, span));

  test('milestones come first, then the weightier, then the longer ago', () => {
    expect(occasions.map(({ milestone }) => milestone)).toEqual(
      occasions.map(({ milestone }) => milestone).toSorted((a, b) => Number(b) - Number(a)),
    );
    for (const milestone of [true, false]) {
      const ranked = occasions.filter((occasion) => occasion.milestone === milestone);
      expect(ranked.map(({ weight }) => weight)).toEqual(ranked.map(({ weight }) => weight).toSorted((a, b) => b - a));
    }
  });

  test('a milestone is a number of years that newsrooms plan for', () => {
    expect(MILESTONES).toEqual([1, 5, 10, 20, 25, 50, 75, 100]);
    for (const { milestone, years } of occasions) expect(milestone).toBe(MILESTONES.includes(years));
    expect(occasions.some(({ milestone }) => milestone)).toBe(true);
  });

  test('is the same in whatever order they come', () => {
    const names = (list: readonly Occasion[]) => list.map((occasion) => `${occasion.first} ${nameOf(occasion)}`);
    const places = occasions.map((_, index) => index);
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (mixed) => {
        expect(names(mixed.map((index) => occasions[index]!).sort(byRank))).toEqual(names(occasions));
      }),
      { numRuns: 20 },
    );
  });
});

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
