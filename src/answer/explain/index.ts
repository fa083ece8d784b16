import type { Answer, TraceStep } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { candidateSteps } from './candidates.ts';
import { constraintSteps } from './constraints.ts';
import { decisionSteps } from './decision.ts';
import { figureSteps } from './figures.ts';
import { nearestSteps } from './nearest.ts';
import { readingSteps } from './reading.ts';
import { soughtBy } from './sought.ts';

/** Intents that search the record for nothing. */
const SEARCHLESS = new Set<string | undefined>(['meta', 'none']);

/** How a question was read and why its answer won, step by step, in words for an editor. */
export function explain(ask: Ask, answer: Answer): TraceStep[] {
  const sought = soughtBy(ask);
  const search = SEARCHLESS.has(ask.question.intent?.intent)
    ? []
    : [
        ...constraintSteps(sought.finding),
        ...sought.steps,
        ...candidateSteps(sought, answer),
        ...nearestSteps(sought.finding, answer),
      ];
  return [...readingSteps(ask), ...search, ...decisionSteps(ask, answer, sought), ...figureSteps(ask, answer)];
}
