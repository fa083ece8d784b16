import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLookup, encodeLookup, type Lookup } from '../../src/slack/lookup.ts';

const words = fc.stringMatching(/^[^\s]([^\n\r]{0,60}[^\s])?$/);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,40}$/);
const turn = fc.oneof(words, fc.record({ event: id }));
const timeline = fc.option(fc.record({ timeline: id }), { nil: {} });
const lookup: fc.Arbitrary<Lookup> = fc.oneof(
  fc
    .tuple(
      fc.record({ kind: fc.constant('ask' as const), question: words }),
      timeline,
      fc.array(turn, { maxLength: 5 }),
    )
    .map(([ask, within, thread]) => ({ ...ask, ...(thread.length > 0 ? { thread } : {}), ...within })),
  fc.record({ kind: fc.constantFrom('before' as const, 'after' as const), event: id }),
  fc.record({ kind: fc.constant('place' as const), place: id }),
  fc
    .tuple(fc.record({ kind: fc.constant('timeline' as const), text: words }), timeline)
    .map(([a, b]) => ({ ...a, ...b })),
  fc
    .tuple(
      fc.record({
        kind: fc.constant('on' as const),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      }),
      timeline,
    )
    .map(([a, b]) => ({ ...a, ...b })),
  fc
    .tuple(fc.record({ kind: fc.constantFrom('latest' as const, 'corrections' as const) }), timeline)
    .map(([a, b]) => ({ ...a, ...b })),
);

test('a lookup comes back from a button as it was', () => {
  fc.assert(
    fc.property(lookup, (given) => {
      const value = encodeLookup(given)!;
      expect(decodeLookup(value)).toEqual(given);
    }),
  );
});

test('what is too long for a button, or would change on its way, has no value', () => {
  expect(encodeLookup({ kind: 'ask', question: 'x'.repeat(1996) })).toHaveLength(2000);
  expect(encodeLookup({ kind: 'ask', question: 'x'.repeat(1997) })).toBeUndefined();
  expect(encodeLookup({ kind: 'ask', question: 'when\n=event' })).toBeUndefined();
});

test('any value is read or dropped, never thrown at', () => {
  fc.assert(fc.property(fc.string(), (value) => void decodeLookup(value)));
  for (const value of ['', 'ask', 'share x', 'on x-y', 'on']) expect(decodeLookup(value)).toBeUndefined();
});
