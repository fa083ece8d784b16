import type { Lexicon } from '../question/lexicon.ts';
import type { Timeline, TimelineEvent } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import { byField, type EventDocument, type Field } from '../search/event-document.ts';
import type { EventIndex } from '../search/event-index.ts';
import { measureClosure } from './measures.ts';
import type { SpokenTolls } from './spoken-tolls.ts';

/** What follows from an event's fields and text for matching, worked out once. */
export interface EventFacts {
  event: TimelineEvent;
  /** Actors that did it, with those that they are part of. */
  by: ReadonlySet<string>;
  /** Actors that claimed it or were blamed for it, with those that they are part of. */
  blamed: ReadonlySet<string>;
  /** Actors it was aimed at, with those that they are part of. */
  against: ReadonlySet<string>;
  weapons: ReadonlySet<string>;
  /** Kinds of its places. */
  placeKinds: ReadonlySet<string>;
  /** Names that its text mentions (`place:erbil`), with the most telling field that does. */
  named: { get(name: string): Field | undefined };
  /** For each of its figures, the actors whose people it counts, with those that they are part of. */
  counted: readonly (readonly string[])[];
  /** The tolls that its text speaks of, and the figures of tolls that its attackers gave. */
  tolls: SpokenTolls;
  /** Measures of its figures, with those that they cover and those that they are part of. */
  measures: ReadonlySet<string>;
  /** For each measure, what it covers and is a part of. */
  partsOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Works out the facts of every event of a timeline, in the order of its events.
 * @param names which events' texts mention which names, from `namesIn`
 * @param counted for each event, what `countedIn` found
 * @param tolls for each event, what `spokenTolls` found
 */
export function collectFacts(
  timeline: Timeline,
  names: EventIndex,
  counted: readonly EventFacts['counted'][],
  tolls: readonly SpokenTolls[],
): EventFacts[] {
  const { gazetteer } = timeline;
  // The same few actors, weapons and measures stand in event after event.
  const actors = remembered((ids) => gazetteer.actorClosure(ids));
  const weapons = remembered((ids) => weaponClosure(ids, timeline));
  const placeKinds = remembered((ids) => new Set(ids.map((id) => gazetteer.places.get(id)?.kind ?? '')));
  const measures = remembered((ids) => new Set(ids.flatMap((id) => measureClosure(id, timeline))));
  const partsOf = new Map([...timeline.measures.keys()].map((id) => [id, measureClosure(id, timeline)]));
  return timeline.events.map((event, row) => {
    const { attribution } = event;
    // A sponsor who is held responsible for what others claimed did not do it.
    const accused = attribution.status === 'claimed' ? [] : (attribution.accused ?? []).map(({ actor }) => actor);
    return {
      event,
      by: actors(event.by),
      blamed: actors([...(attribution.claimedBy ?? []), ...accused]),
      against: actors(event.against),
      weapons: weapons(event.weapons ?? []),
      placeKinds: placeKinds(event.places),
      named: { get: (name) => names.holding(name).get(event.id) },
      counted: counted[row]!,
      tolls: tolls[row]!,
      partsOf,
      measures: measures((event.figures ?? []).map(({ what }) => what)),
    };
  });
}

/** A function of ids that works out each list of them once. */
function remembered<T>(work: (ids: readonly string[]) => T): (ids: readonly string[]) => T {
  const known = new Map<string, T>();
  return (ids) => {
    const key = ids.join();
    const found = known.get(key) ?? work(ids);
    known.set(key, found);
    return found;
  };
}

/** For each figure of an event, the actors whose people it counts, with those that they are part of. */
export function countedIn(event: TimelineEvent, timeline: Timeline, lexicon: Lexicon): string[][] {
  return (event.figures ?? []).map((figure) => [...actorsIn(figure.of, timeline, lexicon)]);
}

/** The actors that a text names, with those that they are part of. */
export function actorsIn(text: string, timeline: Timeline, lexicon: Lexicon): Set<string> {
  const all = words(text);
  const keys = all.map((word) => (word.article ? undefined : word.folded));
  const found: string[] = [];
  for (let index = 0; index < all.length; index++) {
    const match = lexicon.names.longestAt(index, all.length, (at) => keys[at]);
    if (!match) continue;
    for (const meaning of match.values) if (meaning.type === 'actor') found.push(meaning.id);
    index = match.end - 1;
  }
  return timeline.gazetteer.actorClosure(found);
}

function weaponClosure(ids: readonly string[], timeline: Timeline): Set<string> {
  const found = new Set<string>();
  for (const start of ids) {
    for (let id: string | undefined = start; id !== undefined && !found.has(id); id = timeline.weapons.get(id)?.within)
      found.add(id);
  }
  return found;
}

/** The names that an event's text mentions (`place:erbil`), each under the most telling field that does. */
export function namesIn(document: EventDocument, timeline: Timeline, lexicon: Lexicon): Record<Field, string[]> {
  const seen = new Set<string>();
  return byField((field) => {
    const names = namesOf(document[field], timeline, lexicon).filter((name) => !seen.has(name));
    for (const name of names) seen.add(name);
    return names;
  });
}

/** The names in a text, places with those that contain them. */
function namesOf(text: string, timeline: Timeline, lexicon: Lexicon): string[] {
  const all = words(text);
  const keys = all.map((word) => (word.article ? undefined : word.folded));
  const names: string[] = [];
  for (let index = 0; index < all.length; index++) {
    if (keys[index] === undefined) continue;
    const match = lexicon.names.longestAt(index, all.length, (at) => keys[at]);
    if (!match) continue;
    for (const meaning of match.values) {
      if (!('id' in meaning)) continue;
      const parents = meaning.type === 'place' ? timeline.gazetteer.placeClosure([meaning.id]) : [meaning.id];
      for (const id of parents) names.push(`${meaning.type}:${id}`);
    }
    index = match.end - 1;
  }
  return names;
}
