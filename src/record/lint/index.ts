import type { TimelineReading } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { Timeline } from '../timeline.ts';
import { confusionRules } from './confusions.ts';
import { coverageRules } from './coverage.ts';
import { dateRules } from './dates.ts';
import { duplicateRules } from './duplicates.ts';
import { gazetteerRules } from './gazetteer.ts';
import { identityRules } from './identity.ts';
import { linkRules } from './links.ts';
import { nameRules } from './names.ts';
import { sourceRules } from './sources.ts';
import { claimRules, figureRules } from './statements.ts';
import { strengthRules } from './strengths.ts';
import { verificationProblems } from './verification.ts';
import { vocabularyRules } from './vocabulary.ts';

/** A rule looks at one timeline's reading and reports what is wrong. */
export type Rule = (reading: TimelineReading, timeline: Timeline) => Problem[];

/** Rules that a record must pass to be loaded at all: an answer could be wrong otherwise. */
const INTEGRITY: readonly Rule[] = [
  identityRules,
  dateRules,
  nameRules,
  vocabularyRules,
  gazetteerRules,
  linkRules,
  confusionRules,
  coverageRules,
  sourceRules,
  claimRules,
];

/** Rules that advise an editor and keep nothing from loading. */
const ADVICE: readonly Rule[] = [duplicateRules, strengthRules, figureRules];

/** Every problem that keeps a timeline from being loaded, and the warnings found on the way. */
export function lintTimeline(reading: TimelineReading, timeline: Timeline): Problem[] {
  return INTEGRITY.flatMap((rule) => rule(reading, timeline));
}

/**
 * What an editor is advised to look at: checks that the lint command adds.
 * @param today YYYY-MM-DD
 */
export function adviseTimeline(reading: TimelineReading, timeline: Timeline, today: string): Problem[] {
  return [...ADVICE.flatMap((rule) => rule(reading, timeline)), ...verificationProblems(reading.eventFiles, today)];
}
