import type { Timeline, TimelineEvent } from '../record/timeline.ts';
import type { EventFacts } from './event-facts.ts';

/** How far a campaign meets one of its many places. */
const CAMPAIGN = 0.85;

/**
 * How far an event is at a place: by its own places, or else by its text.
 * @param spot whether the place is given as the spot where it happened: "at Taji"
 * @param named how much the place's name in the event's text says by itself
 */
export function meetsPlace(
  id: string,
  facts: EventFacts,
  timeline: Timeline,
  { spot, named }: { spot: boolean; named: number },
): number {
  const { event } = facts;
  if (event.placesWithin.includes(id)) return reachesBeyond(id, event, timeline) ? CAMPAIGN : 1;
  return named * (spot && isAttackElsewhere(id, facts, timeline) ? ELSEWHERE : 1);
}

/** An event over more places than this is a campaign: it is at each of them, yet is the answer for none. */
const FEW_PLACES = 3;

/** Whether an event is a campaign that was at a place and at others that do not lie in it. */
function reachesBeyond(place: string, { places }: TimelineEvent, { gazetteer }: Timeline): boolean {
  return places.length > FEW_PLACES && places.some((each) => !gazetteer.placeClosure([each]).has(place));
}

/** What is left of a place's name in the text of an attack that was on other places: too little to have happened there. */
const ELSEWHERE = 0.35;

/** Places so wide that an attack within them may be entered under a neighbour of theirs. */
const WIDE = new Set(['country', 'region', 'province']);

/** Whether an event is an attack whose places the record knows, and they lie neither at a place nor in the province that it may stand for. */
function isAttackElsewhere(id: string, { event }: EventFacts, timeline: Timeline): boolean {
  const { places } = timeline.gazetteer;
  const place = places.get(id);
  if (event.places.length === 0 || timeline.kinds.get(event.kind)?.group !== 'attack' || WIDE.has(place?.kind ?? ''))
    return false;
  const provinces =
    place?.kind === 'city' ? (place.within ?? []).filter((around) => places.get(around)?.kind === 'province') : [];
  return !provinces.some((province) => event.placesWithin.includes(province));
}
