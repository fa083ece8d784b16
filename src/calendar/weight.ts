import type { Figure } from '../record/event-schema.ts';
import type { Timeline, TimelineEvent } from '../record/timeline.ts';

/**
 * How much an event weighs in the record, a whole number: twice the steps of the people killed in it, twice the steps of
 * its links in both directions, and the steps of its sources. A number has one step, and one more each time it doubles:
 * 1 has one, 2 and 3 have two, 4 to 7 three, 8 to 15 four; 0 has none.
 */
export function weightOf(event: TimelineEvent, timeline: Timeline): number {
  const links = (event.links?.length ?? 0) + event.linkedFrom.length;
  return 2 * steps(killedIn(event, timeline)) + 2 * steps(links) + steps(event.sources.length);
}

/** The largest number of people killed that a figure of an event gives; 0 where none counts deaths. */
function killedIn(event: TimelineEvent, { measures }: Timeline): number {
  const counts = (event.figures ?? [])
    .filter(({ what, borneOut }) => measures.get(what)?.deaths === true && borneOut !== false)
    .map(sizeOf);
  return Math.max(0, ...counts);
}

function sizeOf({ value }: Figure): number {
  if (typeof value === 'number') return value;
  return 'words' in value ? 0 : value.to;
}

function steps(count: number): number {
  return count < 1 ? 0 : Math.floor(Math.log2(count)) + 1;
}
