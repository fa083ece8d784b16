import { expect, test } from 'vitest';
import { SeenKeys } from '../../src/slack/seen-keys.ts';

const MINUTE = 60_000;

function seenKeys(entries = 100) {
  const clock = { now: 0 };
  const seen = new SeenKeys(() => new Date(clock.now), { ttlMs: 10 * MINUTE, entries });
  return { seen, clock };
}

test('a key can be claimed once until it is forgotten', () => {
  const { seen, clock } = seenKeys();
  expect(seen.claim('a')).toBe(true);
  clock.now = 10 * MINUTE - 1;
  expect(seen.claim('a')).toBe(false);
  clock.now = 10 * MINUTE;
  expect(seen.claim('a')).toBe(true);
});

test('one key that is taken refuses them all and claims none of them', () => {
  const { seen } = seenKeys();
  seen.claim('a');
  expect(seen.claim('b', 'a')).toBe(false);
  expect(seen.claim('b')).toBe(true);
});

test('a released key can be claimed again', () => {
  const { seen } = seenKeys();
  seen.claim('a');
  seen.release('a');
  expect(seen.claim('a')).toBe(true);
});

test('no more keys are kept than allowed: the oldest are forgotten first', () => {
  const { seen } = seenKeys(3);
  for (const key of ['a', 'b', 'c', 'd']) seen.claim(key);
  expect(seen.claim('d')).toBe(false);
  expect(seen.claim('a')).toBe(true);
});

test('by default an event is remembered longer than Slack repeats it', () => {
  const clock = { now: 0 };
  const seen = new SeenKeys(() => new Date(clock.now));
  seen.claim('a');
  clock.now = 10 * MINUTE;
  expect(seen.claim('a')).toBe(false);
});
