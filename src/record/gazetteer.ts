import type { Actor, Person, Place } from './vocabulary-schema.ts';

/** The places, actors and people of a timeline, by id, with their parents. */
export class Gazetteer {
  readonly places: ReadonlyMap<string, Place>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly people: ReadonlyMap<string, Person>;

  constructor(places: readonly Place[], actors: readonly Actor[], people: readonly Person[]) {
    this.places = new Map(places.map((place) => [place.id, place]));
    this.actors = new Map(actors.map((actor) => [actor.id, actor]));
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  /** The places themselves and every place that contains them. */
  placeClosure(ids: readonly string[]): Set<string> {
    return closure(ids, (id) => this.places.get(id)?.within);
  }

  /** The actors themselves and every actor that they are part of or a kind of. */
  actorClosure(ids: readonly string[]): Set<string> {
    return closure(ids, (id) => this.actors.get(id)?.within);
  }
}

function closure(ids: readonly string[], parentsOf: (id: string) => readonly string[] | undefined): Set<string> {
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(parentsOf(id) ?? []));
  }
  return found;
}
