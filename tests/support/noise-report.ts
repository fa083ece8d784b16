import type { Answer } from '../../src/answer/answer.ts';
import type { Dateline } from '../../src/dateline.ts';
import type { QuestionCase, Verdict } from './judge.ts';
import type { Names } from './noise/names.ts';
import { type Noise, noisyVersions } from './noise.ts';
import { askCase, judgeCase } from './read-cases.ts';

/** A question under one edit: what the judge said before and after. */
export interface NoiseResult {
  one: QuestionCase;
  noise: Noise;
  before: Verdict;
  after: Verdict;
  answer: Answer;
}

/** Asks every question as it stands and under ten edits. */
export function measureNoise(
  dateline: Dateline,
  cases: readonly QuestionCase[],
  names: Names,
  seed: string,
): NoiseResult[] {
  return cases.flatMap((one) => {
    const before = judgeCase(one, askCase(dateline, one));
    return noisyVersions(one.question, names, seed).map((noise) => {
      const answer = askCase(dateline, one, noise.question);
      return { one, noise, before, after: judgeCase(one, answer), answer };
    });
  });
}

/** In percent: how many kept their verdict, and how many were not wrong and became so. */
export function sharesOf(results: readonly NoiseResult[]): { kept: number; turnedWrong: number } {
  const share = (holds: (result: NoiseResult) => boolean) =>
    (100 * results.filter(holds).length) / Math.max(1, results.length);
  return { kept: share(({ before, after }) => before === after), turnedWrong: share(turnedWrong) };
}

export function turnedWrong({ before, after }: NoiseResult): boolean {
  return before !== 'wrong' && after === 'wrong';
}
