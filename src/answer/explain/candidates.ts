import type { Answer, TraceStep } from '../answer.ts';
import { isCampaign } from '../campaign.ts';
import type { Candidate } from '../candidates.ts';
import { BY_FIELD, MET } from '../degrees.ts';
import type { Finding } from '../find.ts';
import { nameOf } from './constraints.ts';
import type { Sought } from './sought.ts';
import { eventWords } from './words.ts';

/** Candidates that are shown. */
const SHOWN = 5;

/** Share of the best score under which a candidate is not shown. */
const WORTH_SHOWING = 0.4;

/** The events that come nearest, each with what it meets and what it does not. */
export function candidateSteps({ finding, pair, shifted, inThread }: Sought, answer: Answer): TraceStep[] {
  // Where the question was cut or counted from, or leans on its thread, no event was held against the whole of it.
  if (pair || shifted || inThread) return [];
  return leading(finding, answer).flatMap((candidate) => stepsOf(candidate, finding));
}

/** The best by score, whether possible or not, and the event that the answer is about, wherever it stands. */
function leading({ candidates }: Finding, answer: Answer): Candidate[] {
  const told = answer.events.length === 1 ? answer.events[0]!.id : undefined;
  const least = (candidates.at(0)?.score ?? 0) * WORTH_SHOWING;
  return candidates.filter(({ facts, score }, index) => (index < SHOWN && score >= least) || facts.event.id === told);
}

function stepsOf(candidate: Candidate, finding: Finding): TraceStep[] {
  const { facts, score, possible } = candidate;
  const notes = [
    `scores ${score.toFixed(2)}`,
    ...(possible ? [] : ['not possible']),
    ...(isCampaign(candidate) ? ['lasted more than a month'] : []),
  ];
  return [
    { step: 'candidate', detail: `${eventWords(facts.event)}; ${notes.join(', ')} [${facts.event.id}]` },
    ...meeting(candidate, finding),
  ];
}

function meeting({ degrees }: Candidate, { constraints }: Finding): TraceStep[] {
  const named = (fits: (degree: number) => boolean) =>
    constraints.filter((constraint, column) => constraint.negation === undefined && fits(degrees[column]!)).map(nameOf);
  const ruledOut = constraints.filter(({ negation }, column) => negation !== undefined && degrees[column]! >= 0.5);
  const groups = [
    ['  met', named((degree) => degree >= BY_FIELD)],
    ['  in part', named((degree) => degree >= MET && degree < BY_FIELD)],
    ['  not met', named((degree) => degree < MET)],
    ['  not wanted', ruledOut.map(nameOf)],
  ] as const;
  return groups.flatMap(([step, names]) => (names.length === 0 ? [] : [{ step, detail: names.join('; ') }]));
}
