import type { Figure, Timeline } from '../record/timeline.ts';
import type { EventFacts } from './event-facts.ts';
import { countsToward, withCovered } from './measures.ts';

/** How an event stands to a toll that must be nought. */
export type NoughtStanding =
  /** The record says that there was none: by a figure of nought, or in the event's text. */
  | 'stated'
  /** The record holds no such figure and does not speak of any. */
  | 'silent'
  /** The record has a toll, or speaks of one. */
  | 'contradicted';

/** How far an event meets a toll that must be nought: what is not spoken of is less than what is denied. */
export function meetsNought(
  measures: readonly string[],
  actors: readonly string[],
  facts: EventFacts,
  timeline: Timeline,
): number {
  return DEGREES[noughtStanding(measures, actors, facts, timeline)];
}

const DEGREES: Record<NoughtStanding, number> = { stated: 1, silent: 0.75, contradicted: 0 };

/**
 * How an event stands to a toll that must be nought, for the people named where any are. A number that only the
 * attackers gave contradicts no count of none.
 */
export function noughtStanding(
  measures: readonly string[],
  actors: readonly string[],
  facts: EventFacts,
  timeline: Timeline,
): NoughtStanding {
  const { event, tolls, counted } = facts;
  // "No casualties" is no killed and no wounded either; none killed leaves the wounded open.
  const held = new Set(withCovered(measures, timeline));
  const figures = (event.figures ?? []).map((figure, index) => ({
    figure,
    people: counted[index]!,
    boast: tolls.boasts.includes(index),
  }));
  const ofThem = figures.filter(
    ({ people }) => actors.length === 0 || people.length === 0 || actors.some((id) => people.includes(id)),
  );
  const wider = new Set(timeline.gazetteer.actorClosure([...actors]));
  const none = figures.some(
    ({ figure, people }) =>
      figure.value === 0 &&
      (actors.length === 0 || people.length === 0 || people.some((id) => wider.has(id))) &&
      measures.some((id) => figure.what === id || timeline.measures.get(figure.what)?.covers?.includes(id)),
  );
  const some = ofThem.some(
    ({ figure, boast }) => figure.value !== 0 && isOf(figure, held, timeline) && !(none && boast),
  );
  if (some || (event.people ?? []).some(({ as }) => held.has(as))) return 'contradicted';
  if (none) return 'stated';
  if (tolls.said.some((id) => held.has(id) || covers(id, held, timeline))) return 'contradicted';
  return tolls.denied.some((id) => measures.includes(id) || covers(id, new Set(measures), timeline))
    ? 'stated'
    : 'silent';
}

/** Whether a figure counts what is asked for, a part of it, or it together with more. */
function isOf({ what }: Figure, held: ReadonlySet<string>, timeline: Timeline): boolean {
  return countsToward(what, held, timeline) || covers(what, held, timeline);
}

function covers(id: string, held: ReadonlySet<string>, timeline: Timeline): boolean {
  return (timeline.measures.get(id)?.covers ?? []).some((part) => held.has(part));
}
