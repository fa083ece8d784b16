import type { BriefEvent } from '../answer/browse/index.ts';
import type { Filter } from './order.ts';

/** Whether an order's filter lets an event be told, by its timeline, places, actors, kind and weight. */
export function fits({ event, timeline, actors, weight }: BriefEvent, filter: Filter): boolean {
  return (
    (filter.timeline === undefined || filter.timeline === timeline) &&
    (filter.places.length === 0 || filter.places.some((id) => event.placesWithin.includes(id))) &&
    (filter.actors.length === 0 || filter.actors.some((id) => actors.has(id))) &&
    (filter.kinds.length === 0 || filter.kinds.includes(event.kind)) &&
    weight >= filter.minimumWeight
  );
}

/** Whether a filter leaves out some of the events of its timeline. */
export function narrows({ places, actors, kinds, minimumWeight }: Filter): boolean {
  return places.length > 0 || actors.length > 0 || kinds.length > 0 || minimumWeight > 0;
}

/** Where to look, by the filter's timeline. */
export function within({ timeline }: Filter): { timeline?: string } {
  return timeline === undefined ? {} : { timeline };
}
