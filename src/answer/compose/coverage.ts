import { formatEdtf } from '../../record/format-date.ts';
import type { Ask } from '../ask.ts';
import type { Constraint } from '../constraint.ts';

/** "4 November 1979 to 30 April 2026". */
export function coverage(ask: Ask): string {
  const { from, to } = ask.engine.timeline.card.coverage;
  return `${formatEdtf(from)} to ${formatEdtf(to)}`;
}

/** Whether a date of a description lies, in part or in whole, where the timeline holds nothing. */
export function isOutsideCoverage(constraints: readonly Constraint[], ask: Ask): boolean {
  const { from, to } = ask.engine.timeline.card.coverage;
  return constraints.some(
    (constraint) =>
      constraint.type === 'date' &&
      constraint.date.spans.some((span) => span.first > to || span.last < from || (span.first <= to && span.last > to)),
  );
}
