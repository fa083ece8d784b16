import fc from 'fast-check';
import type { Schedule } from '../../src/calendar/schedule.ts';

const DAYS_OF_WEEK = ['*', '1-5', '0,6', '1', 'MON,WED,FRI', '5'] as const;
const DAYS_OF_MONTH = ['*', '1', '31', 'L', 'LW', '1,15', '*/2'] as const;

/** Schedules that come due once a day at most, in any zone of the runtime. @param only.daysOfWeek those of each week alike */
export function arbitrarySchedule(only: { daysOfWeek?: boolean } = {}): fc.Arbitrary<Schedule> {
  return fc
    .record({
      minute: fc.nat(59),
      hour: fc.oneof(fc.nat(23), fc.constantFrom(0, 1, 2, 3, 23)),
      dayOfMonth: only.daysOfWeek ? fc.constant('*') : fc.constantFrom(...DAYS_OF_MONTH),
      dayOfWeek: fc.constantFrom(...DAYS_OF_WEEK, ...(only.daysOfWeek ? [] : ['1#1', '5#L'])),
      timeZone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    })
    .map(({ minute, hour, dayOfMonth, dayOfWeek, timeZone }) => ({
      cron: `${minute} ${hour} ${dayOfMonth} * ${dayOfWeek}`,
      timeZone,
    }));
}
