import type { TimelineEvent } from '../record/timeline.ts';
import { allButOne } from './all-but-one.ts';
import type { Answer, AnswerKind } from './answer.ts';
import { type Ask, describe, find, inOrder, type Resolution, resolve } from './ask.ts';
import type { Candidate } from './candidates.ts';
import { isOutsideCoverage } from './compose/coverage.ts';
import { composeDecline } from './compose/decline.ts';
import { composeSeveral } from './compose/list.ts';
import { closest, corrected } from './compose/preface.ts';
import { confidenceIn } from './confidence.ts';
import type { Constraint } from './constraint.ts';
import { type Finding, unmetBy } from './find.ts';

/** Tells of one event. */
export type Compose = (ask: Ask, event: TimelineEvent) => Answer;

/** A question for one event: told where one stands out, listed where several fit, declined otherwise. */
export function single(ask: Ask, kind: AnswerKind, compose: Compose): Answer {
  return settle(ask, resolve(ask, describe(ask)), kind, compose);
}

/** What comes of a resolution: one event told, several listed, or a decline that shows the nearest. */
export function settle(ask: Ask, resolution: Resolution, kind: AnswerKind, compose: Compose): Answer {
  const { verdict, finding } = resolution;
  switch (verdict.outcome) {
    case 'one':
      return told(ask, verdict.event, finding, compose);
    case 'several':
      return composeSeveral(ask, inOrder(verdict.events.map((candidate) => candidate.facts.event)), kind);
    case 'none':
      return correctedAnswer(ask, finding, kind, compose) ?? composeDecline(ask, kind, finding);
    case 'open':
      return composeDecline(ask, kind, finding);
  }
}

/** The answer from the event that stands out; where little more speaks for it than must, the answer says what does not. */
function told(ask: Ask, event: Candidate, finding: Finding, compose: Compose): Answer {
  const answer = compose(ask, event.facts.event);
  // What the thread is about was not looked for.
  if (ask.subject || answer.status !== 'answered' || confidenceIn(event, finding) >= WELL_FOUND) return answer;
  const unmet = unmetBy(event, finding).filter(({ aside, type }) => !aside && type !== 'figure');
  return closest(unmet, answer);
}

/** Confidence from which an answer needs no word on how it was found. */
const WELL_FOUND = 0.6;

/** The answer from the event that meets all but one thing, with what it does not meet; nothing where none is plainly meant. */
function correctedAnswer(ask: Ask, finding: Finding, kind: AnswerKind, compose: Compose): Answer | undefined {
  // A "yes" or a "no" to what the record does not bear out would be neither.
  const near = kind === 'yes-no' ? undefined : allButOne(finding);
  // Of a day beyond its coverage the record knows nothing, not even that nothing happened.
  if (near && isOutsideCoverage([near.unmet], ask)) return undefined;
  const answer = near && compose(ask, near.event.facts.event);
  return near && answer?.status === 'answered' ? corrected(ask, near, answer) : undefined;
}

/** Declines, and shows what comes nearest to the constraints. */
export function declineFor(ask: Ask, constraints: readonly Constraint[], kind: AnswerKind): Answer {
  return composeDecline(ask, kind, find(ask, constraints));
}
