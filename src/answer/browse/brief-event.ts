import { weightOf } from '../../calendar/weight.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { briefTollLines, type TollLine } from '../compose/tolls.ts';
import type { Engine } from '../engine.ts';

/** An event in short, for who tells of many at once. */
export interface BriefEvent {
  /** Name of the timeline that holds it. */
  timeline: string;
  event: TimelineEvent;
  /** The place at whose clock dates are told besides the local ones, where its timeline has one. */
  home?: string;
  /** What kind of thing it is, as one and as several: "drone attack", "drone attacks". */
  kind: { one: string; many: string };
  /** Ids of those who did it and those at whom it was aimed, with all that they are part of. */
  actors: ReadonlySet<string>;
  /** How much it weighs in the record, as `Occasion.weight`. */
  weight: number;
  /** Those whom the record names among the dead, with what it says of each. */
  killed: readonly { name: string; note?: string }[];
  /** Its human tolls in short, a line each. */
  tolls: readonly TollLine[];
}

/** An event of an engine's timeline in short. */
export function briefEvent(engine: Engine, event: TimelineEvent): BriefEvent {
  const { timeline, factsById } = engine;
  const facts = factsById.get(event.id);
  const kind = timeline.kinds.get(event.kind);
  const home = timeline.card.home?.name;
  return {
    timeline: timeline.card.name,
    event,
    ...(home === undefined ? {} : { home }),
    kind: { one: kind?.name ?? event.kind, many: kind?.plural ?? event.kind },
    actors: new Set([...(facts?.by ?? []), ...(facts?.against ?? [])]),
    weight: weightOf(event, timeline),
    killed: (event.people ?? [])
      .filter(({ as }) => as === 'killed')
      .map(({ person, note }) => ({
        name: timeline.gazetteer.people.get(person)?.name ?? person,
        ...(note === undefined ? {} : { note }),
      })),
    tolls: briefTollLines(engine, event),
  };
}
