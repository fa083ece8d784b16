import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOfRun } from '../../src/calendar/days-of-run.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { MOST_RUNS, nextRun, nextRuns, runsBetween } from '../../src/calendar/runs.ts';
import { arbitrarySchedule } from '../support/arbitrary-schedule.ts';

const moment = fc.date({
  min: new Date('2005-01-01T00:00:00Z'),
  max: new Date('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const DAY = 86_400_000;

test('runs strictly increase, and no local day has two', () => {
  fc.assert(
    fc.property(arbitrarySchedule(), moment, (schedule, after) => {
      const runs = nextRuns(schedule, after, 20);
      expect(runs).toHaveLength(20);
      for (const [index, run] of runs.entries()) expect(run > (runs[index - 1] ?? after)).toBe(true);
      expect(new Set(runs.map((run) => localDay(run, schedule.timeZone))).size).toBe(runs.length);
    }),
  );
});

test('a run comes at its hour, or later on that day, where the hour does not exist', () => {
  fc.assert(
    fc.property(arbitrarySchedule(), moment, (schedule, after) => {
      const [minute, hour] = schedule.cron.split(' ').map(Number);
      for (const run of nextRuns(schedule, after, 10)) {
        const local = Temporal.Instant.fromEpochMilliseconds(run.getTime()).toZonedDateTimeISO(schedule.timeZone);
        const wanted = Temporal.PlainTime.from({ hour: hour!, minute: minute! });
        if (!local.toPlainTime().equals(wanted)) {
          expect(Temporal.PlainTime.compare(local.toPlainTime(), wanted)).toBe(1);
          const before = local.subtract({ milliseconds: 1 });
          expect(before.offset).not.toBe(local.offset);
        }
      }
    }),
  );
});

test('the runs of adjacent windows are those of the whole, and each is the next one after the last', () => {
  fc.assert(
    fc.property(arbitrarySchedule(), moment, fc.nat(40 * DAY), fc.nat(40 * DAY), (schedule, after, one, two) => {
      const between = new Date(after.getTime() + one);
      const until = new Date(between.getTime() + two);
      const whole = runsBetween(schedule, after, until);
      expect([...runsBetween(schedule, after, between), ...runsBetween(schedule, between, until)]).toEqual(whole);
      expect(nextRuns(schedule, after, whole.length)).toEqual(whole);
      const next = nextRun(schedule, whole.at(-1) ?? after);
      expect(next === null || next > until).toBe(true);
    }),
  );
});

describe('the runs between two moments', () => {
  const schedule = { cron: '0 8 * * *', timeZone: 'UTC' };

  test('leave the first moment out and take the last one in', () => {
    const first = new Date('2024-05-01T08:00:00Z');
    const second = new Date('2024-05-02T08:00:00Z');
    expect(runsBetween(schedule, first, second)).toEqual([second]);
    expect(runsBetween(schedule, second, second)).toEqual([]);
    expect(runsBetween(schedule, second, first)).toEqual([]);
  });

  test('are the last ones where a clock was years off', () => {
    const until = new Date('2026-05-01T08:00:00Z');
    const runs = runsBetween(schedule, new Date(0), until);
    expect(runs).toHaveLength(MOST_RUNS);
    expect(runs.at(-1)).toEqual(until);
  });
});

test('29 February comes round in leap years alone, not in 2100', () => {
  const runs = nextRuns({ cron: '0 8 29 2 *', timeZone: 'Asia/Baghdad' }, new Date('2088-03-01T00:00:00Z'), 4);
  expect(runs.map((run) => run.toISOString())).toEqual([
    '2092-02-29T05:00:00.000Z',
    '2096-02-29T05:00:00.000Z',
    '2104-02-29T05:00:00.000Z',
    '2108-02-29T05:00:00.000Z',
  ]);
});

test('nothing comes after the year 9999', () => {
  expect(nextRun({ cron: '0 8 * * *', timeZone: 'UTC' }, new Date('9999-12-31T12:00:00Z'))).toBeNull();
});

describe('the days that a run answers for', () => {
  test.each([
    ['on weekdays, of a Thursday', '30 8 * * 1-5', '2024-03-28', '2024-03-28', '2024-03-28'],
    ['on weekdays, of a Friday', '30 8 * * 1-5', '2024-03-29', '2024-03-29', '2024-03-31'],
    ['on Mondays', '30 8 * * 1', '2024-03-25', '2024-03-25', '2024-03-31'],
    ['on the first of the month', '30 8 1 * *', '2024-03-01', '2024-03-01', '2024-03-07'],
    ['on leap days', '30 8 29 2 *', '2024-02-29', '2024-02-29', '2024-03-06'],
  ])('%s', (_when, cron, day, first, last) => {
    const [run] = nextRuns({ cron, timeZone: 'Europe/London' }, new Date(`${day}T00:00:00Z`), 1);
    expect(daysOfRun({ cron, timeZone: 'Europe/London' }, run!)).toEqual({ first, last });
  });

  test('are seven at most where a zone left a day out: Fakaofo had no Friday, 30 December 2011', () => {
    const fridays = { cron: '0 8 * * 5', timeZone: 'Pacific/Fakaofo' };
    const spans = nextRuns(fridays, new Date('2011-12-21T00:00:00Z'), 2).map((run) => daysOfRun(fridays, run));
    expect(spans).toEqual([
      { first: '2011-12-23', last: '2011-12-29' },
      { first: '2012-01-06', last: '2012-01-12' },
    ]);
  });

  test('follow one another without a gap or an overlap, where runs are a week apart at most', () => {
    fc.assert(
      fc.property(arbitrarySchedule({ daysOfWeek: true }), moment, (schedule, after) => {
        const spans = nextRuns(schedule, after, 10).map((run) => daysOfRun(schedule, run));
        for (const [index, { first, last }] of spans.entries()) {
          expect(first <= last).toBe(true);
          const following = spans[index + 1];
          if (!following) continue;
          const begun = Temporal.PlainDate.from(first);
          // A zone that left a day out has runs that are further apart.
          const apart = begun.until(following.first).days;
          expect(last).toBe(begun.add({ days: Math.min(apart, 7) - 1 }).toString());
        }
      }),
    );
  });
});
