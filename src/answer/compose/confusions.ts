import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { type Ask, describe, find } from '../ask.ts';
import type { Draft } from '../draft.ts';
import { plain } from '../wording.ts';

/** A confused event is told of when it meets at least this share of what the question says. */
const SMELLS = 0.55;
const TOLD = 2;

/** Adds what an event is often mixed up with, where the question comes near it. */
export function addConfusions(draft: Draft, ask: Ask, event: TimelineEvent): void {
  if (!event.confusedWith?.length) return;
  const near = find(ask, describe(ask))
    .candidates.filter(
      (candidate) => candidate.score >= SMELLS && event.confusedWith?.includes(candidate.facts.event.id),
    )
    .slice(0, TOLD);
  for (const { facts } of near) {
    const other = facts.event;
    draft.say(
      'note',
      [plain(`Not to be confused with ${formatEdtf(other.date)}: ${other.title}.`)],
      draft.citer.dating(other),
      other.id,
    );
  }
}
