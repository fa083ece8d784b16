import { expect, test } from 'vitest';
import { learn, type Sample } from '../../bench/logistic-regression.ts';
import weights from '../../src/answer/confidence.json' with { type: 'json' };
import { confidence } from '../../src/answer/confidence.ts';
import type { Evidence } from '../../src/answer/evidence.ts';

const NAMES = weights.evidence.map(({ name }) => name as keyof Evidence);

/** Evidence that is the same throughout but for the score and the margin. */
function evidence(score: number, margin: number): Evidence {
  return { ...(Object.fromEntries(NAMES.map((name) => [name, 1])) as Record<keyof Evidence, number>), score, margin };
}

const samples: Sample[] = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((margin) => [
  { evidence: evidence(0.2, margin), right: false },
  { evidence: evidence(0.4, margin), right: false },
  { evidence: evidence(0.6, margin), right: true },
  { evidence: evidence(0.8, margin), right: true },
]);

test('what is learnt from samples tells right from wrong, and the same samples teach the same', () => {
  const learnt = learn(samples, NAMES);
  for (const { evidence, right } of samples) expect(confidence(evidence, learnt) > 0.5).toBe(right);
  expect(learn(samples, NAMES)).toEqual(learnt);
  const weightOf = (name: keyof Evidence) => learnt.evidence.find((one) => one.name === name)!.weight;
  expect(weightOf('score')).toBeGreaterThan(10 * Math.abs(weightOf('margin')));
});

test('evidence that never differs says nothing, also where it later does', () => {
  const learnt = learn(samples, NAMES);
  const sure = confidence(evidence(0.8, 0.5), learnt);
  expect(confidence({ ...evidence(0.8, 0.5), naming: 3 }, learnt)).toBeCloseTo(sure);
});
