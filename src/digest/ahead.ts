import { daysInWords } from './day-words.ts';
import type { DigestWindow } from './digest.ts';
import type { DigestDraft } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { type Falling, firstFew, milestonesIn } from './falling.ts';
import { movedBy } from './lead-days.ts';
import { inOrderOfLength, leadAhead } from './leads.ts';
import { leftOut } from './left-out.ts';
import { comingLine } from './occasion-lines.ts';
import type { DigestOrder } from './order.ts';

/** Most milestones that are told of one lead. */
const TOLD = 10;

/**
 * Adds a section for each lead of an order: the milestones that begin in the days of the window moved on by the lead. So
 * digests of consecutive windows flag each milestone once a lead.
 * @param told what the digest has told already
 */
export function addAhead(
  draft: DigestDraft,
  order: DigestOrder,
  { days }: DigestWindow,
  record: DigestRecord,
  told: readonly Falling[] = [],
): void {
  const known = new Set(told.map(keyOf));
  for (const lead of inOrderOfLength(order.leads)) {
    const span = movedBy(days, lead);
    if (!span) continue;
    const milestones = milestonesIn(record, order.filter, span).filter((falling) => !known.has(keyOf(falling)));
    const { kept, left } = firstFew(milestones, TOLD);
    draft.section(
      `${leadAhead(lead)}, ${daysInWords(span)}`,
      kept.map((falling) => comingLine(draft, falling)),
      leftOut(left),
    );
  }
}

function keyOf({ occasion: { timeline, event, part, first } }: Falling): string {
  return [timeline, event.id, part, first].join('|');
}
