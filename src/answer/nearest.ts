import type { Candidate } from './candidates.ts';
import type { Constraint } from './constraint.ts';
import { MET } from './degrees.ts';
import { type Finding, isDeed } from './find.ts';

/** What the record holds when one part of a description is left out. */
export interface Relaxation {
  without: Constraint;
  candidates: readonly Candidate[];
}

/** From this degree on an event that is shown as near meets the rest in full. */
const FULLY = 0.8;
const GROUPS = 2;
const SHOWN = 3;

/**
 * For each hard constraint that some event would meet all the others without, those events: nearest in time where it is
 * the date that is left out, best first otherwise.
 */
export function relaxations(finding: Finding): Relaxation[] {
  const demands = finding.constraints.flatMap((constraint, column) =>
    constraint.hard || isDeed(constraint) ? [column] : [],
  );
  const hard = demands.filter((column) => finding.constraints[column]!.hard);
  const groups = hard.flatMap((column): Relaxation[] => {
    const others = demands.filter((other) => other !== column);
    if (others.length === 0) return [];
    const meeting = (least: number) =>
      finding.candidates.meeting((degree) => degree(column) < MET && others.every((other) => degree(other) >= least));
    const full = meeting(FULLY);
    const without = finding.constraints[column]!;
    const candidates = ordered(without, full.length > 0 ? full : meeting(MET));
    return candidates.length === 0 ? [] : [{ without, candidates: candidates.slice(0, SHOWN) }];
  });
  return groups.sort((a, b) => b.candidates[0]!.score - a.candidates[0]!.score).slice(0, GROUPS);
}

function ordered(without: Constraint, candidates: readonly Candidate[]): readonly Candidate[] {
  const span = without.type === 'date' ? without.date.spans[0] : undefined;
  const best = candidates[0]?.score;
  if (!span || best === undefined) return candidates;
  return candidates
    .filter((candidate) => best - candidate.score <= LIKE)
    .sort((a, b) => distance(a, span) - distance(b, span));
}

/** Events this close in score to the best are told apart by their distance in time. */
const LIKE = 0.3;

/** Milliseconds between an event and a span of days; 0 where they touch. */
function distance(candidate: Candidate, span: { first: string; last: string }): number {
  const { first, last } = candidate.facts.event.when;
  if (first > span.last) return Date.parse(first) - Date.parse(span.last);
  if (last < span.first) return Date.parse(span.first) - Date.parse(last);
  return 0;
}
