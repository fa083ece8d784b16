import type { Candidate } from './candidates.ts';
import weights from './confidence.json' with { type: 'json' };
import { type Evidence, evidenceFor } from './evidence.ts';
import type { Finding } from './find.ts';

/**
 * How sure it is, 0 to 1, that an event of a finding is the one described: a logistic regression over the evidence,
 * whose weights `bench/learn-confidence.ts` learns from questions written from the record, each asked with and without
 * the event that it is about.
 */
export function confidenceIn(candidate: Candidate, finding: Finding): number {
  return confidence(evidenceFor(candidate, finding));
}

/** The regression itself: each piece of evidence by its distance from the mean, in standard deviations. */
export function confidence(evidence: Evidence, using: typeof weights = weights): number {
  let sum = using.bias;
  for (const { name, mean, deviation, weight } of using.evidence)
    sum += (weight * (evidence[name as keyof Evidence] - mean)) / deviation;
  return 1 / (1 + Math.exp(-sum));
}
