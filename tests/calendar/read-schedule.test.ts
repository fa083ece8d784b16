import { describe, expect, test } from 'vitest';
import { checkSchedule, readSchedule } from '../../src/calendar/read-schedule.ts';
import { nextRuns } from '../../src/calendar/runs.ts';
import { ScheduleError } from '../../src/calendar/schedule-error.ts';

const daily = '30 8 * * *';
const codes = (cron: string, timeZone = 'UTC') => checkSchedule({ cron, timeZone }).map(({ code }) => code);

test('a schedule is read with single spaces and the zone in its own letter case', () => {
  expect(readSchedule({ cron: ' 30  8 * * mon-FRI ', timeZone: 'europe/LONDON' })).toEqual({
    cron: '30 8 * * mon-FRI',
    timeZone: 'Europe/London',
  });
});

test.each([
  ['* * * * * *', 'not-five-fields'],
  ['30 8 * *', 'not-five-fields'],
  ['@daily', 'not-five-fields'],
  ['', 'not-five-fields'],
  ['2030-01-23T00:00:00', 'not-five-fields'],
  ['60 8 * * *', 'unreadable-cron'],
  ['0 24 * * *', 'unreadable-cron'],
  ['0 8 * * mon-', 'unreadable-cron'],
  ['0 8 * * someday', 'unreadable-cron'],
  ['0 8 30 2 *', 'never-runs'],
  ['0 8 31 4,6,9,11 *', 'never-runs'],
  ['* * * * *', 'more-than-once-a-day'],
  ['*/5 * * * *', 'more-than-once-a-day'],
  ['0 8,20 * * *', 'more-than-once-a-day'],
  ['0 * 29 2 *', 'more-than-once-a-day'],
])('%j is refused as %s', (cron, code) => {
  expect(codes(cron)).toEqual([code]);
});

test.each([
  '0 8 29 2 *',
  '0 8 L * *',
  '0 8 * * 1#1',
  '0 8 * * 5#L',
  '0 8 LW * *',
  '0 8 1W * *',
  '0 8 13 * +5',
  '*/60 8 * * *',
])('%j comes due once on its days', (cron) => {
  expect(codes(cron)).toEqual([]);
});

describe('a zone', () => {
  test.each([
    'UTC',
    'Etc/UTC',
    'Asia/Baghdad',
    'Asia/Calcutta',
    'Asia/Kolkata',
    'Europe/Kyiv',
    'GB',
    'US/Eastern',
    'Etc/GMT+2',
  ])('may be %s', (timeZone) => {
    expect(readSchedule({ cron: daily, timeZone }).timeZone).toBe(timeZone);
  });

  test.each(['+02:00', '-0500', '+2', 'UTC+2', 'gmt-5', 'UTC +02:00'])('may not be the offset %s', (timeZone) => {
    const [problem] = checkSchedule({ cron: daily, timeZone });
    expect(problem).toMatchObject({ code: 'zone-is-offset', typed: timeZone });
    expect(problem?.remedy).toContain('Europe/London');
  });

  test.each([
    ['EST', 'America/New_York'],
    ['CST', 'America/Chicago or Asia/Shanghai'],
    ['BST', 'Europe/London'],
    ['cet', 'Europe/Paris'],
    ['Z', 'UTC'],
  ])('may not be the abbreviation %s, for which the remedy names %s', (timeZone, remedy) => {
    const [problem] = checkSchedule({ cron: daily, timeZone });
    expect(problem).toMatchObject({ code: 'zone-is-abbreviation', typed: timeZone });
    expect(problem?.remedy).toContain(remedy);
  });

  test.each(['Europe/Atlantis', '', ' Europe/London', 'constructor', '__proto__', '2020-01-01T00:00[Europe/Paris]'])(
    'may not be unknown: %j',
    (timeZone) => {
      expect(codes(daily, timeZone)).toEqual(['unknown-zone']);
    },
  );
});

test('everything that is wrong is said at once, each with its remedy', () => {
  const read = () => readSchedule({ cron: '* * * * * *', timeZone: 'EST' });
  expect(read).toThrow(ScheduleError);
  expect(read).toThrow(/has 6 fields, not five\. Leave out the seconds: .*“EST” is an abbreviation/);
});

test('day of month and day of week join by OR where both are given', () => {
  const runs = nextRuns({ cron: '0 8 13 * 5', timeZone: 'UTC' }, new Date('2024-01-01T00:00:00Z'), 5);
  expect(runs.map((run) => run.toISOString().slice(0, 10))).toEqual([
    '2024-01-05',
    '2024-01-12',
    '2024-01-13',
    '2024-01-19',
    '2024-01-26',
  ]);
});
