import { isCampaign } from './campaign.ts';
import type { Candidate } from './candidates.ts';
import { confidenceIn } from './confidence.ts';
import type { Constraint } from './constraint.ts';
import { type Finding, unmetBy } from './find.ts';

/** An event that meets all of a description but one thing that it must. */
export interface AllButOne {
  event: Candidate;
  unmet: Constraint;
}

/**
 * The event that fits a description better than any other, and surely, but for one name or date: a premise that the record
 * does not bear out ("the Iranian jet that hit the Stark"), or a name that was said of something else ("a US oil firm's
 * field"). Nothing where no single event is so plainly the one.
 */
export function allButOne(finding: Finding): AllButOne | undefined {
  const { candidates } = finding;
  const best = candidates.at(0);
  if (!best || best.possible || isCampaign(best)) return undefined;
  const unmet = unmetBy(best, finding).filter(({ hard }) => hard);
  const [only] = unmet;
  if (!only || unmet.length > 1 || !CORRECTED.has(only.type)) return undefined;
  const margin = best.score - (candidates.at(1)?.score ?? 0);
  return margin >= AHEAD && confidenceIn(best, finding) >= PLAIN ? { event: best, unmet: only } : undefined;
}

/** What a question may have wrong of an event that is told all the same. */
const CORRECTED = new Set<Constraint['type']>(['mention', 'date', 'word']);

/** How far ahead of every other event it must be, and how sure. */
const AHEAD = 0.08;
const PLAIN = 0.75;
