import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schedule } from '../../src/calendar/schedule.ts';
import { type Reckoning, reckon } from '../../src/delivery/reckoning.ts';
import type { Subscription } from '../../src/store/subscriptions.ts';

const DAILY: Schedule = { cron: '30 8 * * *', timeZone: 'Europe/London' };
const WEEKDAYS: Schedule = { cron: '30 8 * * 1-5', timeZone: 'Europe/London' };
const HOUR = 60 * 60_000;

function subscription(changed: Partial<Subscription> = {}): Subscription {
  return {
    id: 'one',
    team: 'T1',
    channel: 'C1',
    user: 'U1',
    order: {},
    createdAt: new Date('2027-01-01T00:00:00Z'),
    nextRunAt: new Date('2027-01-04T08:30:00Z'),
    lastRunAt: null,
    snoozedUntil: null,
    paused: null,
    ...changed,
  };
}

const at = (now: string, schedule = DAILY, changed: Partial<Subscription> = {}): Reckoning | undefined =>
  reckon(subscription(changed), schedule, { now: new Date(now), catchUpMs: 72 * HOUR });
const outcomes = (reckoning: Reckoning | undefined) =>
  reckoning?.runs.map((run) => `${run.at.toISOString().slice(0, 16)} ${run.outcome}`);

test('before its run, nothing is owed', () => {
  expect(at('2027-01-04T08:29:59Z')).toBeUndefined();
});

test('a run that has come is owed, for its day, and the next one is worked out', () => {
  const reckoning = at('2027-01-04T08:30:00Z');
  expect(outcomes(reckoning)).toEqual(['2027-01-04T08:30 owed']);
  expect(reckoning?.nextRunAt).toEqual(new Date('2027-01-05T08:30:00Z'));
  expect(reckoning?.window).toMatchObject({ days: { first: '2027-01-04', last: '2027-01-04' }, late: false });
});

test('on weekdays, the run of a Friday answers for the weekend', () => {
  const friday = { nextRunAt: new Date('2027-01-08T08:30:00Z') };
  expect(at('2027-01-08T08:31:00Z', WEEKDAYS, friday)?.window?.days).toEqual({
    first: '2027-01-08',
    last: '2027-01-10',
  });
});

test('runs that were missed are told in one, which is late, and covers the days of all', () => {
  const reckoning = at('2027-01-06T10:00:00Z');
  expect(outcomes(reckoning)).toEqual(['2027-01-04T08:30 owed', '2027-01-05T08:30 owed', '2027-01-06T08:30 owed']);
  expect(reckoning?.window).toMatchObject({ days: { first: '2027-01-04', last: '2027-01-06' }, late: true });
  expect(reckoning?.window?.due).toHaveLength(3);
});

test('a run that is too long ago is put on record and not told', () => {
  const reckoning = at('2027-01-08T10:00:00Z');
  expect(outcomes(reckoning)?.[0]).toBe('2027-01-04T08:30 too-late');
  expect(reckoning?.window?.days.first).toBe('2027-01-06');
});

test('what comes during a snooze is put on record and not told, then or later', () => {
  const snoozed = { snoozedUntil: new Date('2027-01-05T12:00:00Z') };
  expect(outcomes(at('2027-01-06T09:00:00Z', DAILY, snoozed))).toEqual([
    '2027-01-04T08:30 snoozed',
    '2027-01-05T08:30 snoozed',
    '2027-01-06T08:30 owed',
  ]);
  expect(at('2027-01-04T09:00:00Z', DAILY, snoozed)?.window).toBeUndefined();
});

test('what is new counts from the last digest to the last run, so that nothing is told twice or left out', () => {
  const told = { lastRunAt: new Date('2027-01-03T08:30:00Z') };
  const window = at('2027-01-05T11:00:00Z', DAILY, told)?.window;
  expect([window?.since, window?.until]).toEqual([new Date('2027-01-03T08:30:00Z'), new Date('2027-01-05T08:30:00Z')]);
  expect(at('2027-01-05T11:00:00Z')?.window?.since).toEqual(subscription().createdAt);
});

test('a clock that was a day ahead and is put back owes nothing again', () => {
  const ahead = at('2027-01-05T09:00:00Z');
  const accounted = { nextRunAt: ahead!.nextRunAt, lastRunAt: ahead!.runs.at(-1)!.at };
  expect(at('2027-01-04T09:00:00Z', DAILY, accounted)).toBeUndefined();
  expect(at('2027-01-05T23:00:00Z', DAILY, accounted)).toBeUndefined();
  expect(outcomes(at('2027-01-06T08:30:00Z', DAILY, accounted))).toEqual(['2027-01-06T08:30 owed']);
});

test('however often it is asked, each run is accounted for once and each day is told once', () => {
  const minutes = fc.array(fc.integer({ min: 1, max: 4 * 24 * 60 }), { minLength: 1, maxLength: 40 });
  const schedules = fc.constantFrom(DAILY, WEEKDAYS, { cron: '0 2 * * *', timeZone: 'Australia/Lord_Howe' });
  fc.assert(
    fc.property(minutes, schedules, (steps, schedule) => {
      let state = subscription({ nextRunAt: new Date('2027-03-25T12:00:00Z') });
      let now = Date.parse('2027-03-25T00:00:00Z');
      const accounted: number[] = [];
      const days: string[] = [];
      for (const step of steps) {
        now += step * 60_000;
        const reckoning = reckon(state, schedule, { now: new Date(now), catchUpMs: 365 * 24 * HOUR });
        if (!reckoning) continue;
        accounted.push(...reckoning.runs.map((run) => run.at.getTime()));
        if (reckoning.window) days.push(reckoning.window.days.first, reckoning.window.days.last);
        expect(reckoning.nextRunAt!.getTime()).toBeGreaterThan(now);
        state = { ...state, nextRunAt: reckoning.nextRunAt, lastRunAt: reckoning.runs.at(-1)!.at };
      }
      expect(accounted).toEqual([...new Set(accounted)].sort((a, b) => a - b));
      // Each digest begins after the one before it has ended.
      for (let n = 2; n < days.length; n += 2) expect(days[n]! > days[n - 1]!).toBe(true);
    }),
    { numRuns: 200 },
  );
});
