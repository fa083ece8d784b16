import type { AllButOne } from '../all-but-one.ts';
import type { Answer, Run } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Constraint } from '../constraint.ts';
import { joinWords, plain, strong } from '../wording.ts';
import { describeConstraints } from './describe.ts';

/** Puts before an answer what of the question the record does not bear out. */
export function corrected(ask: Ask, { unmet }: AllButOne, answer: Answer): Answer {
  const premise = describeConstraints([unmet], ask.engine.timeline);
  return prefaced(answer, [
    plain('The record '),
    strong('holds no'),
    plain(` such ${premise}. Without “${unmet.text}” it holds:`),
  ]);
}

/** Words that are named of what an answer does not meet. */
const NAMED = 4;

/** Says before an answer that it is the closest, and which words of the question the record does not have for it. */
export function closest(unmet: readonly Constraint[], answer: Answer): Answer {
  const texts = [...new Set(unmet.map(({ text }) => `“${text}”`))].slice(0, NAMED);
  if (texts.length === 0) return answer;
  return prefaced(answer, [
    strong('Closest match'),
    plain(`; the record of it does not mention ${joinWords(texts, 'or')}:`),
  ]);
}

function prefaced(answer: Answer, runs: Run[]): Answer {
  return { ...answer, statements: [{ role: 'lead', runs, cites: [] }, ...answer.statements] };
}
