import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import { causesOf, sequelsOf } from '../compose/links.ts';
import { atPlace, innermost } from './places.ts';

/** An event of the record with what stands around it. */
export interface HeldEvent {
  /** Name of the timeline that holds it. */
  timeline: string;
  event: TimelineEvent;
  /** What led to it, by the record's links, in order of date. */
  causes: readonly TimelineEvent[];
  /** What answered or followed it, by the record's links, in order of date. */
  sequels: readonly TimelineEvent[];
  /** Where it happened: the first of its innermost places, with how many events the record holds there. */
  place?: { id: string; name: string; events: number };
}

/** The event of a timeline, with what stands around it. */
export function heldEvent(timeline: Timeline, event: TimelineEvent): HeldEvent {
  const [id] = innermost(event.places, timeline);
  const place = id === undefined ? undefined : timeline.gazetteer.places.get(id);
  return {
    timeline: timeline.card.name,
    event,
    causes: causesOf(event, timeline),
    sequels: sequelsOf(event, timeline),
    ...(place ? { place: { id: place.id, name: place.name, events: atPlace(timeline, place.id).length } } : {}),
  };
}
