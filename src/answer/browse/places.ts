import type { Timeline, TimelineEvent } from '../../record/timeline.ts';

/** The events of a timeline at a place or within it, in order of date. */
export function atPlace(timeline: Timeline, place: string): readonly TimelineEvent[] {
  return timeline.events.filter((event) => event.placesWithin.includes(place));
}

/** The places of an event in which none of its other places lies; a ship is told where no place of its own is. */
export function innermost(ids: readonly string[], timeline: Timeline): readonly string[] {
  const { gazetteer } = timeline;
  const outer = new Set(ids.flatMap((id) => [...gazetteer.placeClosure([id])].filter((other) => other !== id)));
  const inner = ids.filter((id) => !outer.has(id));
  const grounds = inner.filter((id) => gazetteer.places.get(id)?.kind !== 'ship');
  return grounds.length > 0 ? grounds : inner;
}
