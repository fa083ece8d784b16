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
  // A follow-up ("how many were wounded?") describes nothing: what is like the thread's event is what may be meant.
  const near = ask.subject === event ? likest(ask, event) : described(ask, event);
  for (const other of near.slice(0, TOLD)) {
    draft.say(
      'note',
      [plain(`Not to be confused with ${formatEdtf(other.date)}: ${other.title}.`)],
      draft.citer.dating(other),
      other.id,
    );
  }
}

/** The confused events that the question describes nearly as well, best first. */
function described(ask: Ask, event: TimelineEvent): TimelineEvent[] {
  return find(ask, describe(ask))
    .candidates.from(SMELLS)
    .filter((candidate) => event.confusedWith?.includes(candidate.facts.event.id))
    .map(({ facts }) => facts.event);
}

/** The confused events that are most like an event, in the order of their likeness, then of the editors' list. */
function likest(ask: Ask, event: TimelineEvent): TimelineEvent[] {
  return (event.confusedWith ?? [])
    .flatMap((id) => ask.engine.timeline.byId.get(id) ?? [])
    .map((other) => ({ other, shared: likeness(event, other) }))
    .filter(({ shared }) => shared >= LIKE)
    .sort((a, b) => b.shared - a.shared)
    .map(({ other }) => other);
}

/** From this many shared traits on, an event is like another. */
const LIKE = 2;

/** How many traits two events share: a place, the kind, a doer, a weapon. */
function likeness(a: TimelineEvent, b: TimelineEvent): number {
  const meet = (ours: readonly string[] = [], theirs: readonly string[] = []) => ours.some((id) => theirs.includes(id));
  return [meet(a.places, b.places), a.kind === b.kind, meet(a.by, b.by), meet(a.weapons, b.weapons)].filter(Boolean)
    .length;
}
