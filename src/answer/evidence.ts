import { isCampaign } from './campaign.ts';
import type { Candidate } from './candidates.ts';
import type { Constraint } from './constraint.ts';
import { BY_FIELD, MET } from './degrees.ts';
import { type Finding, isDeed, isNaming, namesKind } from './find.ts';
import { unmetShare } from './unmet.ts';

/** From this degree on a constraint is met by more than a mention. */
const FULLY = 0.7;

/** What speaks for and against an event's being the one that a question describes, each as a number. */
export interface Evidence {
  /** Share of the question's weight that the event meets, 0 to 1. */
  score: number;
  /** Share of what counts that it leaves unmet, 0 to 1. */
  unmetShare: number;
  /** How far the next best possible event stands behind it. */
  margin: number;
  /** How far an event that is not possible stands before it. */
  overtaken: number;
  /** Weight of all that it meets. */
  metWeight: number;
  unmetWords: number;
  unmetWordsWeight: number;
  /** Unmet words that the record does not use at all. */
  strangeWords: number;
  metWords: number;
  metWordsWeight: number;
  /** Weight of the names and dates that it meets. */
  naming: number;
  /** How far it meets the least met of the deeds that are named; 1 where none is. */
  deed: number;
  /** How far it meets the first kind of deed that is named, which is mostly the one that is asked for; 1 where none is. */
  firstDeed: number;
  /** How far it meets the least met of the numbers; 1 where none is given. */
  leastNumber: number;
  /** 1 where somebody is named as having said so whom it does not know. */
  lacksSpeaker: number;
  constraints: number;
  /** How far it meets the least met of what must be met. */
  leastHard: number;
  /** 1 where no other event is possible. */
  alone: number;
  /** The most that one unmet word of the record's own would have said. */
  unmetTelling: number;
  /** Constraints that only its text meets, not its fields. */
  meagre: number;
  /** Weight of the names that only its text holds: what happened at a base is not what is told of it elsewhere. */
  namedInPassing: number;
  /** Share of the met weight that its fields meet, not only its text. */
  byFields: number;
  unmetNumbers: number;
  /** 1 where a figure is asked for that it does not have. */
  lacksFigure: number;
  /** Share of the describing words that it meets. */
  metShareOfWords: number;
  scoreTimesMargin: number;
}

/** The evidence for an event of a finding. */
export function evidenceFor(candidate: Candidate, finding: Finding): Evidence {
  const considered = finding.constraints.flatMap((constraint, column) =>
    constraint.negation !== undefined || constraint.aside
      ? []
      : [
          {
            constraint,
            degree: candidate.degrees[column]!,
            weight: finding.weights[column]!,
            penalty: finding.penalties[column]!,
          },
        ],
  );
  const words = considered.filter(({ constraint }) => constraint.type === 'word');
  const metWords = words.filter(({ degree }) => degree >= MET);
  const unmetWords = words.filter(({ degree }) => degree < MET);
  // A campaign gives way to a single day of it, and so is no rival of one.
  const isRival = (other: Candidate) => other !== candidate && !isCampaign(other);
  const first = finding.candidates.find(isRival);
  const second = finding.candidates.findPossible(isRival);
  const margin = Math.min(0.5, candidate.score - (second?.score ?? 0));
  return {
    score: candidate.score,
    unmetShare: unmetShare(candidate, finding),
    margin,
    overtaken: Math.min(0.3, Math.max(0, (first?.score ?? 0) - candidate.score)),
    metWeight:
      Math.min(
        20,
        sum(considered, ({ degree, weight }) => degree * weight),
      ) / 20,
    unmetWords: unmetWords.length,
    unmetWordsWeight: sum(unmetWords, ({ penalty }) => penalty),
    strangeWords: unmetWords.filter(({ constraint }) => isStrange(constraint)).length,
    metWords: metWords.length,
    metWordsWeight: sum(metWords, ({ degree, weight }) => degree * weight),
    naming: sum(
      considered.filter(({ constraint }) => isNaming(constraint) || constraint.type === 'date'),
      ({ degree, weight }) => degree * weight,
    ),
    deed: Math.min(1, ...considered.filter(({ constraint }) => isDeed(constraint)).map(({ degree }) => degree)),
    firstDeed: considered.find(({ constraint }) => namesKind(constraint))?.degree ?? 1,
    leastNumber: Math.min(1, ...words.filter(({ constraint }) => isNumber(constraint)).map(({ degree }) => degree)),
    lacksSpeaker: considered.some(
      ({ constraint, degree }) => constraint.type === 'mention' && constraint.role === 'speaker' && degree < MET,
    )
      ? 1
      : 0,
    constraints: considered.length,
    leastHard: Math.min(1, ...considered.filter(({ constraint }) => constraint.hard).map(({ degree }) => degree)),
    alone: second ? 0 : 1,
    unmetTelling: Math.max(
      0,
      ...unmetWords.filter(({ constraint }) => !isStrange(constraint)).map(({ weight }) => weight),
    ),
    meagre: considered.filter(({ degree }) => degree >= MET && degree < FULLY).length,
    namedInPassing: sum(
      considered.filter(({ constraint, degree }) => constraint.hard && isNaming(constraint) && degree < BY_FIELD),
      ({ weight }) => weight,
    ),
    byFields:
      sum(
        considered.filter(({ degree }) => degree >= BY_FIELD),
        ({ degree, weight }) => degree * weight,
      ) /
      Math.max(
        0.1,
        sum(considered, ({ degree, weight }) => degree * weight),
      ),
    unmetNumbers: unmetWords.filter(({ constraint }) => isNumber(constraint)).length,
    lacksFigure: considered.some(({ constraint, degree }) => constraint.type === 'figure' && degree === 0) ? 1 : 0,
    metShareOfWords: metWords.length / (1 + words.length),
    scoreTimesMargin: candidate.score * margin,
  };
}

function isNumber(constraint: Constraint): boolean {
  return constraint.type === 'word' && constraint.word.number !== undefined;
}

function isStrange(constraint: Constraint): boolean {
  return constraint.type === 'word' && (constraint.word.unknown || constraint.word.ordinary);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
