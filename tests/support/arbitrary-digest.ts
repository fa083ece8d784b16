import fc from 'fast-check';
import type { Digest, DigestSection } from '../../src/digest/digest.ts';
import { DIGEST_KINDS } from '../../src/digest/order.ts';
import { anyCitation, anyStatement, anyText, list } from './arbitrary-answer.ts';

const anySection: fc.Arbitrary<DigestSection> = fc.record(
  { heading: anyText, lines: list(anyStatement), note: anyText },
  { requiredKeys: ['heading', 'lines'] },
);

/** Any value of the type, sensible or not. */
export const anyDigest: fc.Arbitrary<Digest> = fc.record({
  kind: fc.constantFrom(...DIGEST_KINDS),
  title: anyText,
  days: fc.constant({ first: '2026-01-08', last: '2026-01-08' }),
  empty: fc.boolean(),
  sections: list(anySection),
  notes: list(anyText),
  caveats: list(anyText),
  citations: list(anyCitation),
});
