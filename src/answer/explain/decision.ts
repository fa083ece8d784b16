import { allButOne } from '../all-but-one.ts';
import type { Answer, TraceStep } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidates.ts';
import { confidenceIn } from '../confidence.ts';
import { fittingEvents, SURE, TOLERATED_UNMET } from '../decide.ts';
import { MET } from '../degrees.ts';
import { type Finding, unmetBy } from '../find.ts';
import { unmetShare } from '../unmet.ts';
import { counted, joinWords } from '../wording.ts';
import { nameOf } from './constraints.ts';
import type { Sought } from './sought.ts';
import { eventWords } from './words.ts';

/** Events of an answer that are named. */
const NAMED = 5;

/** What was decided, why, and the events that the answer tells. */
export function decisionSteps(ask: Ask, answer: Answer, sought: Sought): TraceStep[] {
  const named = answer.events.slice(0, NAMED).map((event) => ({ step: '  tells', detail: eventWords(event) }));
  const more = answer.events.length - named.length;
  return [
    { step: 'decided', detail: `${answer.status}, ${answer.kind}: ${reason(ask, answer, sought)}` },
    ...named,
    ...(more > 0 ? [{ step: '  tells', detail: `and ${more} more` }] : []),
  ];
}

function reason(ask: Ask, answer: Answer, sought: Sought): string {
  const { intent, attributes } = ask.question.intent ?? {};
  if (answer.kind === 'meta')
    return `Dateline itself is asked about${attributes?.topic ? ` (${attributes.topic})` : ''}`;
  if (intent === 'none') return `no question for a record${attributes?.refuse ? ` (${attributes.refuse})` : ''}`;
  if (sought.shifted) return 'all that the record holds of the day';
  if (sought.pair) return 'each half of the question describes one event';
  if (sought.inThread) return 'the question leans on its thread, and so on the event that this is about';
  if (intent === 'interval' && attributes?.from !== 'now' && answer.status === 'declined')
    return 'no cut leaves two parts that describe one event each';
  const fitting = fittingEvents(sought.finding).length;
  if (intent === 'order' && answer.status === 'answered')
    return `picked by its place in time out of ${counted(fitting || ask.engine.timeline.events.length, 'event')} that fit`;
  if ((intent === 'list' || intent === 'count') && answer.events.length > 0)
    return `${counted(answer.events.length, 'event')} ${answer.events.length === 1 ? 'fits' : 'fit'}`;
  const near = sought.resolution.verdict.outcome === 'none' ? allButOne(sought.resolution.finding) : undefined;
  if (near && answer.status === 'answered')
    return `one event, far ahead of the next, meets all but ${nameOf(near.unmet)}, and the answer says so`;
  const found = verdictWords(sought);
  return answer.status === 'declined' && sought.resolution.verdict.outcome === 'one'
    ? `${found}, but the record does not hold what is asked of it`
    : found;
}

/** Why a description came to one event, several or none. */
function verdictWords({ finding, resolution: { verdict } }: Sought): string {
  switch (verdict.outcome) {
    case 'one': {
      const { next } = verdict;
      return next
        ? `one event stands out: it scores ${score(verdict.event)}, the next that is possible ${score(next)}`
        : 'one event alone meets all that must be met';
    }
    case 'several':
      return `${verdict.events.length} events fit equally well: the best scores ${score(verdict.events[0]!)}, the last ${score(verdict.events.at(-1)!)}`;
    case 'open':
      return 'the question describes no event';
    case 'none':
      return noneWords(finding);
  }
}

function score(candidate: Candidate): string {
  return candidate.score.toFixed(2);
}

function noneWords(finding: Finding): string {
  const { constraints, candidates } = finding;
  if (candidates.length === 0) return 'nothing in the record meets any part of it';
  const best = candidates.findPossible();
  if (best) return unacceptable(best, finding);
  const hard = constraints.flatMap((constraint, column) => (constraint.hard ? [column] : []));
  if (candidates.find(({ degrees }) => hard.every((column) => degrees[column]! >= MET)))
    return 'what would fit is what a “not” rules out';
  const met = (column: number) => candidates.find(({ degrees }) => degrees[column]! >= MET) !== undefined;
  const never = constraints.filter((constraint, column) => constraint.hard && !met(column));
  return never.length > 0
    ? `no event meets ${joinWords(never.map(nameOf), 'or')}`
    : 'no event meets all that must be met, though each part is met by some';
}

function unacceptable(best: Candidate, finding: Finding): string {
  const unmet = unmetBy(best, finding).filter((constraint) => !constraint.aside && constraint.type !== 'figure');
  const share = unmetShare(best, finding);
  const sure = confidenceIn(best, finding);
  if (sure < SURE)
    return `too little speaks for the nearest event (${percent(sure)} sure, where ${percent(SURE)} is needed)${unmet.length > 0 ? `; it does not meet ${joinWords(unmet.map(nameOf))}` : ''}`;
  if (share <= TOLERATED_UNMET) return 'the nearest event meets the names and dates, but nothing that is said of them';
  return `what the nearest event does not meet weighs too much (${percent(share)}, where ${percent(TOLERATED_UNMET)} is borne): ${joinWords(unmet.map(nameOf))}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
