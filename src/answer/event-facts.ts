import type { Lexicon } from '../question/lexicon.ts';
import type { Timeline, TimelineEvent } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import { eventDocument, FIELDS, type Field } from '../search/event-document.ts';

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
  named: ReadonlyMap<string, Field>;
  /** For each of its figures, the actors whose people it counts, with those that they are part of. */
  counted: readonly ReadonlySet<string>[];
  /** Measures of its figures, those that they cover included. */
  measures: ReadonlySet<string>;
  /** For each measure of its figures, what it covers and is a part of. */
  partsOf: ReadonlyMap<string, readonly string[]>;
}

/** Works out the facts of every event of a timeline, in the order of its events. */
export function collectFacts(timeline: Timeline, lexicon: Lexicon): EventFacts[] {
  return timeline.events.map((event) => factsOf(event, timeline, lexicon));
}

function factsOf(event: TimelineEvent, timeline: Timeline, lexicon: Lexicon): EventFacts {
  const { gazetteer } = timeline;
  const { attribution } = event;
  // A sponsor who is held responsible for what others claimed did not do it.
  const accused = attribution.status === 'claimed' ? [] : (attribution.accused ?? []).map(({ actor }) => actor);
  const blamed = [...(attribution.claimedBy ?? []), ...accused];
  return {
    event,
    by: gazetteer.actorClosure(event.by),
    blamed: gazetteer.actorClosure(blamed),
    against: gazetteer.actorClosure(event.against),
    weapons: weaponClosure(event, timeline),
    placeKinds: new Set(event.places.map((id) => gazetteer.places.get(id)?.kind ?? '')),
    named: namesIn(event, timeline, lexicon),
    counted: (event.figures ?? []).map((figure) => actorsIn(figure.of, timeline, lexicon)),
    partsOf: new Map((event.figures ?? []).map(({ what }) => [what, measureClosure(what, timeline)])),
    measures: new Set((event.figures ?? []).flatMap(({ what }) => measureClosure(what, timeline))),
  };
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

function weaponClosure(event: TimelineEvent, timeline: Timeline): Set<string> {
  const found = new Set<string>();
  for (const start of event.weapons ?? []) {
    for (let id: string | undefined = start; id !== undefined && !found.has(id); id = timeline.weapons.get(id)?.within)
      found.add(id);
  }
  return found;
}

/** A measure, what it is a part of, and what it covers. */
export function measureClosure(id: string, timeline: Timeline): string[] {
  const measure = timeline.measures.get(id);
  return [
    id,
    ...(measure?.covers ?? []),
    ...(measure?.within === undefined ? [] : measureClosure(measure.within, timeline)),
  ];
}

function namesIn(event: TimelineEvent, timeline: Timeline, lexicon: Lexicon): Map<string, Field> {
  const document = eventDocument(event, timeline.gazetteer);
  const named = new Map<string, Field>();
  for (const field of FIELDS) {
    const text = words(document[field]);
    const keys = text.map((word) => (word.article ? undefined : word.folded));
    for (let index = 0; index < text.length; index++) {
      if (keys[index] === undefined) continue;
      const match = lexicon.names.longestAt(index, text.length, (at) => keys[at]);
      if (!match) continue;
      for (const meaning of match.values) {
        if (!('id' in meaning)) continue;
        const parents = meaning.type === 'place' ? timeline.gazetteer.placeClosure([meaning.id]) : [meaning.id];
        for (const id of parents) if (!named.has(`${meaning.type}:${id}`)) named.set(`${meaning.type}:${id}`, field);
      }
      index = match.end - 1;
    }
  }
  return named;
}
