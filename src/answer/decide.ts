import { daysBetween } from '../record/edtf.ts';
import { type Candidate, type Finding, isNaming } from './find.ts';

/** What a description comes to: one event, several that fit equally, or none. */
export type Verdict =
  | { outcome: 'one'; event: Candidate; others: readonly Candidate[] }
  | { outcome: 'several'; events: readonly Candidate[] }
  | { outcome: 'none' }
  /** The question describes no event at all. */
  | { outcome: 'open' };

/** Share of the question's weight that may stay unmet by an event that is still the answer. */
export const TOLERATED_UNMET = 0.34;
/** Candidates whose score is this close to the best fit the question as well as it does. */
const TIE = 0.04;
/** The same for a campaign, which covers the words of all that was done in it. */
const CAMPAIGN_TIE = 0.1;

/** Decides on a description: hard constraints first, then how much of the rest is met, then whether one stands out. */
export function decide(finding: Finding): Verdict {
  if (finding.constraints.length === 0) return { outcome: 'open' };
  const possible = finding.candidates.filter((candidate) => candidate.possible);
  const best = possible[0];
  const acceptable = best && unmetShare(best, finding) <= TOLERATED_UNMET && saysMore(best, finding);
  if (!best || !acceptable) return { outcome: 'none' };
  const tie = isCampaign(best) ? CAMPAIGN_TIE : TIE;
  const fitting = possible.filter(
    (candidate) => best.score - candidate.score <= tie && unmetShare(candidate, finding) <= TOLERATED_UNMET,
  );
  const narrow = fitting.filter((candidate) => !isCampaign(candidate));
  const chosen = narrow.length > 0 ? narrow : fitting;
  const first = chosen[0]!;
  if (chosen.length === 1)
    return { outcome: 'one', event: first, others: possible.filter((candidate) => candidate !== first) };
  return { outcome: 'several', events: chosen };
}

/** Days from which an event is a campaign: where one of its days fits as well, that day is meant. */
const CAMPAIGN_DAYS = 31;

/** Whether an event is a campaign rather than one of its days. */
export function isCampaign({ facts }: Candidate): boolean {
  return daysBetween(facts.event.when.first, facts.event.when.last) > CAMPAIGN_DAYS;
}

/** Every event that meets all hard constraints, by its fields where any does, with nothing much unmet: what a list holds. */
export function fittingEvents(finding: Finding): readonly Candidate[] {
  const possible = finding.candidates.filter((candidate) => candidate.possible);
  const pool = possible.some((candidate) => candidate.full) ? possible.filter((candidate) => candidate.full) : possible;
  const best = pool[0];
  if (!best || unmetShare(best, finding) > TOLERATED_UNMET) return [];
  const slack = LIST_SLACK;
  return pool.filter((candidate) => best.score - candidate.score <= slack);
}

/** How far below the best an event of a list may stand. */
const LIST_SLACK = 0.25;

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

/** A question that says something of its names ("when was Assad born") is met only where some of that is met. */
function saysMore(candidate: Candidate, finding: Finding): boolean {
  const rest = finding.constraints.flatMap((constraint, column) =>
    constraint.type === 'date' ||
    constraint.type === 'figure' ||
    constraint.lenient === true ||
    isNaming(constraint) ||
    constraint.aside ||
    constraint.negation !== undefined
      ? []
      : [column],
  );
  return rest.length === 0 || rest.some((column) => candidate.degrees[column]! >= MET);
}

/** From this degree on a constraint counts as met. */
const MET = 0.3;
/** The most that one met constraint speaks for an event. */
const MET_CAP = 5;
