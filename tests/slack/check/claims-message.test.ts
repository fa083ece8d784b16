import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckedClaim } from '../../../src/answer/check-claims.ts';
import { validateMessage } from '../../../src/local-slack/validate-message.ts';
import { claimsMessage } from '../../../src/slack/check/claims-message.ts';
import { anyText } from '../../support/arbitrary-answer.ts';

const anyClaim: fc.Arbitrary<CheckedClaim> = fc.record({
  claim: anyText.map((text) => ({
    text,
    description: text,
    date: { start: 0, end: 1, text, spans: [], granularity: 'day' as const, operator: 'in' as const },
  })),
  verdict: fc.constantFrom('agrees', 'other-date', 'not-found'),
  statements: fc.array(
    fc.record({
      role: fc.constant('item' as const),
      runs: fc.array(fc.record({ text: anyText }), { maxLength: 3 }),
      cites: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 20 }),
    }),
    { maxLength: 10 },
  ),
  citations: fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 20 }),
      title: anyText,
      described: fc.boolean(),
      publisher: anyText,
      date: anyText,
      url: anyText.map((text) => `https://example.org/${text}`),
    }),
    { maxLength: 20 },
  ),
});

test('whatever somebody wrote and the record holds, Slack takes the message', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 20 }), (checked) => {
      const message = claimsMessage(checked);
      expect(() => validateMessage({ ...message })).not.toThrow();
      expect(message.text.length).toBeLessThanOrEqual(4000);
    }),
    { numRuns: 150 },
  );
});

test('claims that are not shown are counted', () => {
  const claim: CheckedClaim = {
    claim: {
      text: 'A on 8 January 2020',
      description: 'A',
      date: { start: 1, end: 5, text: 'on 8 January 2020', spans: [], granularity: 'day', operator: 'in' },
    },
    verdict: 'not-found',
    statements: [],
    citations: [],
  };
  expect(claimsMessage(Array.from({ length: 12 }, () => claim)).text).toContain('2 more claims are not shown.');
  expect(claimsMessage(Array.from({ length: 11 }, () => claim)).text).toContain('1 more claim is not shown.');
});
