import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextYears } from '../../src/calendar/next-years.ts';
import { MILESTONES, occasionsOf } from '../../src/calendar/occasions.ts';
import { addDays, parseEdtf } from '../../src/record/edtf.ts';
import { anyEdtf } from '../support/arbitrary-edtf.ts';
import { timelineWithDates } from '../support/dated-timeline.ts';

test.each([
  ['2020-01-08', '2026-11-22', { years: 7, year: 2027 }, { years: 10, year: 2030 }],
  ['2020-01-08', '2026-01-08', { years: 6, year: 2026 }, { years: 10, year: 2030 }],
  ['2020-01-08', '2026-01-09', { years: 7, year: 2027 }, { years: 10, year: 2030 }],
  ['2020-01-08', '2030-01-01', { years: 10, year: 2030 }, { years: 10, year: 2030 }],
  ['2020-01-08', '2019-06-01', { years: 1, year: 2021 }, { years: 1, year: 2021 }],
  ['2020-02-29', '2025-02-28', { years: 5, year: 2025 }, { years: 5, year: 2025 }],
  ['2020-24', '2026-02-10', { years: 5, year: 2025 }, { years: 5, year: 2025 }],
])('%s, from %s on', (date, today, next, milestone) => {
  expect(nextYears(parseEdtf(date), today)).toEqual({ next, milestone });
});

test('there is no milestone where all have passed, and nothing of a decade', () => {
  expect(nextYears(parseEdtf('1900-05-01'), '2026-01-01')).toEqual({ next: { years: 126, year: 2026 } });
  expect(nextYears(parseEdtf('198X'), '2026-01-01')).toBeUndefined();
});

test('it is the first occasion that has not passed, and the first milestone among them', () => {
  const anyToday = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(
      anyEdtf.filter((date) => !date.includes('/')),
      anyToday,
      (date, today) => {
        const { next, milestone } = nextYears(parseEdtf(date), today) ?? {};
        const coming = occasionsOf(timelineWithDates([date]), { first: today, last: '2200-01-01' })
          .map(({ years }) => years)
          .toSorted((a, b) => a - b);
        expect(next?.years).toBe(coming[0]);
        expect(milestone?.years).toBe(coming.find((years) => MILESTONES.includes(years)));
      },
    ),
  );
});
