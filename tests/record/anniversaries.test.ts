import { expect, test } from 'vitest';
import { anniversaries } from '../../src/record/anniversaries.ts';
import { parseEdtf } from '../../src/record/edtf.ts';
import { record } from '../support/desk.ts';

const events = record().flatMap((timeline) => timeline.events);
const on = (day: string) =>
  anniversaries(events, Temporal.PlainDate.from(day)).map(({ event, years }) => [event.id, years] as const);

test('the events of the day in earlier years, the oldest first, with how long ago they were', () => {
  const days = on('2021-01-08');
  expect(days).toContainEqual(['2020-01-08-operation-martyr-soleimani', 1]);
  const years = days.map(([, ago]) => ago);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
});

test('what happened on the day itself, or later, is no anniversary', () => {
  expect(on('2020-01-08').map(([id]) => id)).not.toContain('2020-01-08-operation-martyr-soleimani');
  expect(on('1970-01-08')).toEqual([]);
});

test('an event of several days is remembered on its first', () => {
  expect(on('2026-04-24')).toContainEqual(['1980-04-24-operation-eagle-claw', 46]);
  expect(on('2026-04-25').map(([id]) => id)).not.toContain('1980-04-24-operation-eagle-claw');
});

test.each(['2024-01', '2024', '2024-01-0X', '202X', '../2024-01-01'])('%s names no day to remember', (date) => {
  const vague = { ...events[0]!, date, when: parseEdtf(date) };
  expect(anniversaries([vague], Temporal.PlainDate.from('2031-01-01'))).toEqual([]);
});
