import { describe, expect, test } from 'vitest';
import { localDay } from '../../src/calendar/local-day.ts';
import { occasionsOf } from '../../src/calendar/occasions.ts';
import { record } from '../support/desk.ts';
import { nameOf, oracleOfTimeline } from '../support/occasion-oracle.ts';

const HOUR = 3_600_000;
const FROM = Date.parse('2020-12-31T00:00:00Z');
const TO = Date.parse('2031-01-01T12:00:00Z');
const [timeline] = record();
const oracle = oracleOfTimeline(timeline!);
/** Days whose occasions were compared already: what falls on a day is the same in every zone. */
const compared = new Set<string>();

describe('over ten years, hour by hour, each zone has its own day and what falls due on it', () => {
  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Baghdad', 'America/New_York'])('%s', (zone) => {
    // Swedish dates are written as ISO 8601 has them.
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
    let before = '';
    let days = 0;
    for (let at = FROM; at <= TO; at += HOUR) {
      const instant = new Date(at);
      const day = localDay(instant, zone);
      const expected = calendar.format(instant);
      if (day !== expected) expect(`${instant.toISOString()} ${day}`).toBe(`${instant.toISOString()} ${expected}`);
      if (day === before) continue;
      before = day;
      days += 1;
      if (compared.has(day)) continue;
      compared.add(day);
      const found = occasionsOf(timeline!, { first: day, last: day });
      expect(found.map(nameOf).toSorted()).toEqual(oracle(expected));
    }
    expect(days).toBeGreaterThan(3650);
  });
});

test('one instant is three days on earth', () => {
  const instant = new Date('2024-02-29T10:30:00Z');
  expect(localDay(instant, 'Pacific/Kiritimati')).toBe('2024-03-01');
  expect(localDay(instant, 'Asia/Baghdad')).toBe('2024-02-29');
  expect(localDay(instant, 'Pacific/Pago_Pago')).toBe('2024-02-28');
});

test('a zone that nobody knows is refused', () => {
  expect(() => localDay(new Date(0), 'Europe/Atlantis')).toThrow(RangeError);
});
