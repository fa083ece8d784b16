import { isCampaign } from './campaign.ts';
import type { Candidate } from './candidates.ts';
import { confidenceIn } from './confidence.ts';
import { MET } from './degrees.ts';
import { type Finding, isNaming } from './find.ts';
import { unmetShare } from './unmet.ts';

/** What a description comes to: one event, several that fit equally, or none. */
export type Verdict =
  | { outcome: 'one'; event: Candidate; next: Candidate | undefined }
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

/** A question as a whole, or a half of one, a clause, an anchor. */
export type Scope = 'whole' | 'part';

/**
 * Decides on a description: hard constraints first, then whether one event stands out, then how sure that one is. What is
 * a whole question's answer is judged by all that speaks for and against it, a part's above all by how little it leaves
 * unmet.
 */
export function decide(finding: Finding, scope: Scope = 'part'): Verdict {
  if (finding.constraints.length === 0) return { outcome: 'open' };
  const best = finding.candidates.findPossible();
  const isFirm = (candidate: Candidate) => scope === 'part' || isGrounded(candidate, finding);
  if (!best || !isFirm(best)) return { outcome: 'none' };
  // A half of a question ("the Stena Impero being grabbed") may name its event by what no other event has.
  const others = () => finding.candidates.findPossible((other) => other !== best);
  if (!saysMore(best, finding) && (scope === 'whole' || others())) return { outcome: 'none' };
  const tie = isCampaign(best) ? CAMPAIGN_TIE : TIE;
  const acceptable = unmetShare(best, finding) <= TOLERATED_UNMET;
  const fitting = finding.candidates
    .possibleFrom(best.score - tie)
    .filter(
      (candidate) => candidate === best || (unmetShare(candidate, finding) <= TOLERATED_UNMET && isFirm(candidate)),
    );
  const narrow = fitting.filter((candidate) => !isCampaign(candidate));
  const chosen = narrow.length > 0 ? narrow : fitting;
  const first = chosen[0]!;
  const alone = scope === 'whole' && chosen.length === 1;
  const least = alone ? SURE : scope === 'whole' ? FAINT : GUESSED;
  if (!(alone || acceptable) || confidenceIn(first, finding) < least) return { outcome: 'none' };
  if (chosen.length === 1)
    return { outcome: 'one', event: first, next: finding.candidates.findPossible((other) => other !== first) };
  return { outcome: 'several', events: chosen };
}

/** Confidence from which an event is what a part of a question means: a part says less, and less speaks for its event. */
const GUESSED = 0.07;

/** Confidence from which events are listed as what may be meant. */
const FAINT = 0.1;

/** Confidence from which an event is given as the answer. */
export const SURE = 0.3;

/** Every event that meets all hard constraints, by its fields where any does, with nothing much unmet: what a list holds. */
export function fittingEvents(finding: Finding): readonly Candidate[] {
  const { possible } = finding.candidates;
  const pool = possible.some((candidate) => candidate.full) ? possible.filter((candidate) => candidate.full) : possible;
  const best = pool[0];
  if (!best || unmetShare(best, finding) > TOLERATED_UNMET) return [];
  return pool.filter((candidate) => best.score - candidate.score <= LIST_SLACK);
}

/** How far below the best an event of a list may stand. */
export const LIST_SLACK = 0.25;

/**
 * An event that meets no name, date, kind or weapon is found by words alone, or by words and a toll that most attacks
 * have: then its title or its summary must hold one of the words, not only what else is told of it ("when was bin Laden
 * killed"). By words alone it must meet more than one, and each that is written as a name ("USS Enterprise") with them.
 */
function isGrounded(candidate: Candidate, finding: Finding): boolean {
  const met = (column: number) => candidate.degrees[column]! >= MET;
  const counted = finding.constraints.flatMap((constraint, column) =>
    constraint.aside || constraint.negation !== undefined ? [] : [{ constraint, column }],
  );
  if (counted.some(({ constraint, column }) => TELLING.has(constraint.type) && met(column))) return true;
  const words = counted.filter(({ constraint }) => constraint.type === 'word');
  const toll = counted.some(({ constraint, column }) => constraint.type === 'toll' && met(column));
  // "When was he killed" says nothing but the toll.
  if (!words.some(({ column }) => candidate.degrees[column]! >= IN_SUMMARY)) return false;
  if (toll) return true;
  return (
    words.filter(({ column }) => met(column)).length > 1 &&
    words.every(({ constraint, column }) => met(column) || !/^\p{Lu}/u.test(constraint.text))
  );
}

/** From this degree on a word stands in an event's title or summary, or a form of it does. */
const IN_SUMMARY = 0.79;

/** Constraints by which an event is more than a text that shares words with the question. */
const TELLING = new Set(['mention', 'date', 'weapons']);

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
