import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/calendar/local-day.ts';
import { nextRun, runsBetween } from '../../src/calendar/runs.ts';
import { WalkedClock } from '../support/walked-clock.ts';

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Asia/Baghdad',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Africa/Cairo',
  'Asia/Jerusalem',
  'America/Havana',
  'Asia/Tehran',
] as const;
const WITHOUT_CHANGES = ['Asia/Baghdad', 'Asia/Tehran'];

const MINUTE = 60_000;

describe.each(ZONES)('the changes of the clocks from 2024 to 2030 in %s', (timeZone) => {
  const clock = new WalkedClock(timeZone);
  const changes = clock.changes(Date.UTC(2024, 0, 1), Date.UTC(2031, 0, 1));

  test('are known to be some, or none', () => {
    // How many there are is up to governments, whose latest word comes with the runtime.
    if (WITHOUT_CHANGES.includes(timeZone)) expect(changes).toEqual([]);
    else expect(changes.length).toBeGreaterThan(5);
  });

  test('leave each day around them its one run, at every time around the change', () => {
    for (const change of changes.length > 0 ? changes : [Date.UTC(2024, 2, 31, 1), Date.UTC(2024, 8, 21)]) {
      const changed = Temporal.PlainDate.from(clock.shows(change - MINUTE).slice(0, 10));
      const days = [-1, 0, 1, 2].map((offset) => changed.add({ days: offset }).toString());
      for (let moment = change - 135 * MINUTE; moment <= change + 120 * MINUTE; moment += 15 * MINUTE) {
        // What the clock would have shown without the change is what it leaps over, when it is put forward.
        for (const time of new Set([clock.shows(moment).slice(11), clock.shows(moment - 48 * 60 * MINUTE).slice(11)])) {
          const [hour, minute] = time.split(':').map(Number);
          const schedule = { cron: `${minute} ${hour} * * *`, timeZone };
          const expected = days.map((day) => clock.runOf(day, time)!);
          const [first = 0, , , last = 0] = expected;
          const found = runsBetween(schedule, new Date(first - 1), new Date(last)).map(Number);
          expect({ timeZone, time, found }).toEqual({ timeZone, time, found: expected });
          // Within a repeated hour, what the clock shows lies before runs that have been.
          const within = new Date(change + 5 * MINUTE);
          const before = runsBetween(schedule, new Date(first - 1), within);
          expect([...before, ...runsBetween(schedule, within, new Date(last))].map(Number)).toEqual(expected);
          expect(nextRun(schedule, new Date(expected[0]!))?.getTime()).toBe(expected[1]);
        }
      }
    }
  });
});

test('a time that does not exist runs at the end of the gap, one that occurs twice at its first occurrence', () => {
  const runOn = (day: string, cron: string, timeZone: string) =>
    nextRun({ cron, timeZone }, new Date(`${day}T00:00:00Z`))?.toISOString();
  // London leaps from 01:00 to 02:00 at 01:00 UTC, and falls back from 02:00 to 01:00 at 01:00 UTC.
  expect(runOn('2024-03-31', '30 1 * * *', 'Europe/London')).toBe('2024-03-31T01:00:00.000Z');
  expect(runOn('2024-10-27', '30 1 * * *', 'Europe/London')).toBe('2024-10-27T00:30:00.000Z');
  // Havana leaps from midnight to 01:00 at 05:00 UTC.
  expect(runOn('2024-03-10', '0 0 * * *', 'America/Havana')).toBe('2024-03-10T05:00:00.000Z');
  // Lord Howe leaps from 02:00 to 02:30, at 15:30 UTC of the day before.
  expect(runOn('2024-10-05', '15 2 * * *', 'Australia/Lord_Howe')).toBe('2024-10-05T15:30:00.000Z');
});

test('a day that a zone left out has no run, and stops nothing', () => {
  // Samoa went from 29 December 2011 straight to 31 December.
  const schedule = { cron: '0 8 * * *', timeZone: 'Pacific/Apia' };
  const runs = runsBetween(schedule, new Date('2011-12-28T00:00:00Z'), new Date('2012-01-01T00:00:00Z'));
  expect(runs.map((run) => localDay(run, schedule.timeZone))).toEqual([
    '2011-12-28',
    '2011-12-29',
    '2011-12-31',
    '2012-01-01',
  ]);
  const onThatDay = { cron: '0 8 30 12 *', timeZone: 'Pacific/Apia' };
  const next = nextRun(onThatDay, new Date('2011-12-20T00:00:00Z'));
  expect(next && localDay(next, onThatDay.timeZone)).toBe('2012-12-30');
});
