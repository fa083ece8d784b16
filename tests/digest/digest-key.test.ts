import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import type { DigestWindow } from '../../src/digest/digest.ts';
import { digestKey } from '../../src/digest/digest-key.ts';
import { DIGEST_KINDS, type DigestOrder } from '../../src/digest/order.ts';
import { desk } from '../support/desk.ts';
import { anOrder, aWindow } from '../support/digest-order.ts';

const DAY = '2026-01-08';

/** Orders and windows of one day that differ in little, so that many of them make the same digest. */
const asked: fc.Arbitrary<[DigestOrder, DigestWindow]> = fc
  .record({
    digest: fc.constantFrom(...DIGEST_KINDS),
    timeZone: fc.constantFrom('Europe/London', 'Asia/Baghdad', 'Pacific/Kiritimati'),
    cron: fc.constantFrom('30 8 * * *', '30 8 8 * *'),
    filter: fc.constantFrom({}, { milestonesOnly: true }),
    leads: fc.subarray(['P1M']),
    emptyDays: fc.constantFrom('say' as const, 'silent' as const),
    late: fc.boolean(),
    missed: fc.boolean(),
    since: fc.constantFrom('2026-01-01T08:30:00Z', '2026-01-07T08:30:00Z', '2026-01-07T08:31:00Z'),
    hour: fc.constantFrom('08', '23'),
  })
  .map(({ digest, timeZone, cron, filter, leads, emptyDays, late, missed, since, hour }) => {
    const until = new Date(`${DAY}T${hour}:30:00Z`);
    const due = [...(missed ? [new Date('2025-12-31T08:30:00Z')] : []), until];
    return [
      anOrder(digest, filter, { schedule: { cron, timeZone }, leads, emptyDays }),
      aWindow(DAY, 1, { since: new Date(since), until, due, late }),
    ];
  });

test('orders and windows with one key make the same digest', () => {
  fc.assert(
    fc.property(fc.array(asked, { minLength: 2, maxLength: 20 }), (all) => {
      const alike = Map.groupBy(all, ([order, window]) => digestKey(order, window));
      for (const [, several] of alike) {
        const digests = several.map(([order, window]) => composeDigest(order, window, desk()));
        for (const digest of digests) expect(digest).toEqual(digests[0]);
      }
    }),
    { numRuns: 60 },
  );
});

test('who subscribed at another time, or by another clock, is owed the same digest of a day', () => {
  const key = (timeZone: string, since: string) =>
    digestKey(
      anOrder('on-this-day', {}, { schedule: { cron: '30 8 * * *', timeZone } }),
      aWindow(DAY, 1, { since: new Date(since) }),
    );
  expect(key('Europe/Paris', '2026-01-07T08:30:00Z')).toBe(key('Europe/London', '2025-12-01T10:00:00Z'));
});

test('what is new since another time is another digest', () => {
  const key = (since: string) => digestKey(anOrder('record-changes'), aWindow(DAY, 1, { since: new Date(since) }));
  expect(key('2026-01-07T08:30:00Z')).not.toBe(key('2026-01-06T08:30:00Z'));
});
