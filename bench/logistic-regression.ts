import type { Evidence } from '../src/answer/evidence.ts';

export interface Sample {
  evidence: Evidence;
  right: boolean;
}

/** What the regression learns, as src/answer/confidence.json holds it. */
export interface Weights {
  bias: number;
  evidence: { name: keyof Evidence; mean: number; deviation: number; weight: number }[];
}

const STEPS = 800;
const RATE = 1;
/** Decimals that are kept. */
const DECIMALS = 4;
/** Evidence that is the same in all samples deviates by nothing, which nothing can be divided by. */
const LEAST_DEVIATION = 10 ** -DECIMALS;
/** Keeps the weights small, so that they do not learn single questions by heart. */
const DECAY = 0.002;

/**
 * The weights of a logistic regression, by gradient descent over standardised evidence; the same samples give the same
 * weights.
 */
export function learn(samples: readonly Sample[], names: readonly (keyof Evidence)[]): Weights {
  const count = samples.length;
  const means = names.map((name) => samples.reduce((sum, { evidence }) => sum + evidence[name], 0) / count);
  const deviations = names.map((name, index) =>
    Math.max(
      LEAST_DEVIATION,
      Math.sqrt(samples.reduce((sum, { evidence }) => sum + (evidence[name] - means[index]!) ** 2, 0) / count),
    ),
  );
  const standard = (evidence: Evidence) => [
    1,
    ...names.map((name, index) => (evidence[name] - means[index]!) / deviations[index]!),
  ];
  const rows = samples.map(({ evidence, right }) => ({ row: standard(evidence), target: right ? 1 : 0 }));
  let weights = new Array<number>(names.length + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Array<number>(weights.length).fill(0);
    for (const { row, target } of rows) {
      const error = logistic(row, weights) - target;
      for (let index = 0; index < row.length; index++) gradient[index]! += error * row[index]!;
    }
    weights = weights.map((weight, index) => weight - RATE * (gradient[index]! / count + DECAY * weight));
  }
  const rounded = (value: number) => Number(value.toFixed(DECIMALS));
  return {
    bias: rounded(weights[0]!),
    evidence: names.map((name, index) => ({
      name,
      mean: rounded(means[index]!),
      deviation: rounded(deviations[index]!),
      weight: rounded(weights[index + 1]!),
    })),
  };
}

function logistic(row: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-row.reduce((sum, value, index) => sum + value * weights[index]!, 0)));
}
