import type { DigestKind } from './order.ts';

const FLAGGED_BEFORE = ['P14D', 'P1M'];

/** How long before they fall due milestones are flagged where nothing is said of it; only in these digests are they at all. */
export const USUAL_LEADS: Readonly<Partial<Record<DigestKind, readonly string[]>>> = {
  'week-ahead': FLAGGED_BEFORE,
  reminders: FLAGGED_BEFORE,
};
