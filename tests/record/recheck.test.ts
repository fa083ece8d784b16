import { expect, test } from 'vitest';
import { recheckList, recheckOf } from '../../src/record/recheck.ts';
import { ferryTimeline } from '../support/dated-timeline.ts';

const [event] = ferryTimeline().events;
const checkedOn = (on: string) => ({ ...event!, verified: { on, by: 'second-reading' as const } });
const { verified: _checked, ...unread } = event!;

test('an event is read again when more than a year has passed', () => {
  expect(recheckOf(checkedOn('2025-11-22'), '2026-11-22')).toBeUndefined();
  expect(recheckOf(checkedOn('2025-11-22'), '2026-11-23')).toBe('verified-long-ago');
  expect(recheckOf(checkedOn('2024-02-29'), '2025-02-28')).toBeUndefined();
  expect(recheckOf(checkedOn('2024-02-29'), '2025-03-01')).toBe('verified-long-ago');
});

test('an event that nobody has read is read, one that was withdrawn is not', () => {
  expect(recheckOf(unread, '2026-11-22')).toBe('unverified');
  const status = { is: 'withdrawn' as const, on: '2026-11-22', note: 'It did not happen.' };
  expect(recheckOf({ ...unread, status }, '2026-11-22')).toBeUndefined();
});

test('those that nobody has read stand first, then the longest unread', () => {
  const events = [checkedOn('2020-05-01'), checkedOn('2026-11-01'), unread, checkedOn('2019-05-01')];
  expect(recheckList(events, '2026-11-22').map(({ last }) => last)).toEqual([undefined, '2019-05-01', '2020-05-01']);
});
