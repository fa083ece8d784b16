import type { Candidate } from './candidates.ts';
import { MET } from './degrees.ts';
import type { Finding } from './find.ts';

/** How much of a description stays entirely unmet by a candidate, against what it does meet. */
export function unmetShare(candidate: Candidate, finding: Finding): number {
  let met = 0;
  let unmet = 0;
  const words: number[] = [];
  finding.constraints.forEach((constraint, column) => {
    const degree = candidate.degrees[column]!;
    if (degree >= MET) met += Math.min(finding.weights[column]!, MET_CAP) * Math.sqrt(degree);
    else if (constraint.type === 'word' && !constraint.word.unknown) words.push(finding.penalties[column]!);
    else unmet += finding.penalties[column]!;
  });
  // A talkative question leaves more words unmet than a curt one and says no more against the event.
  words
    .sort((a, b) => b - a)
    .forEach((penalty, index) => {
      unmet += index === 0 ? penalty : penalty * FURTHER_WORDS;
    });
  return met + unmet === 0 ? 0 : unmet / (met + unmet);
}

/** What each unmet word after the first counts for. */
const FURTHER_WORDS = 0.6;

/** The most that one met constraint speaks for an event. */
const MET_CAP = 5;
