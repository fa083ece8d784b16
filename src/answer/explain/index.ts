import type { Answer, TraceStep } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { intentOf } from '../intents.ts';
import { candidateSteps } from './candidates.ts';
import { constraintSteps } from './constraints.ts';
import { decisionSteps } from './decision.ts';
import { figureSteps } from './figures.ts';
import { nearestSteps } from './nearest.ts';
import { readingSteps } from './reading.ts';
import { soughtBy } from './sought.ts';

/** How a question was read and why its answer won, step by step, in words for an editor. */
export function explain(ask: Ask, answer: Answer): TraceStep[] {
  const sought = soughtBy(ask);
  // What is said of Dateline itself, and what is no question for a record, search it for nothing.
  const search =
    answer.kind === 'meta' || intentOf(ask.question) === 'none'
      ? []
      : [
          ...constraintSteps(sought.finding),
          ...sought.steps,
          ...candidateSteps(sought, answer),
          ...nearestSteps(sought.finding, answer),
        ];
  return [...readingSteps(ask), ...search, ...decisionSteps(ask, answer, sought), ...figureSteps(ask, answer)];
}
