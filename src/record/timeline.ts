import { type EdtfDate, parseEdtf } from './edtf.ts';
import type { EventRecord, Figure, LinkType, Source } from './event-schema.ts';
import { Gazetteer } from './gazetteer.ts';
import { type RankedSource, ranked } from './source-strength.ts';
import type { Actor, Kind, Measure, Person, Place, Publisher, TimelineCard, Weapon } from './vocabulary-schema.ts';

/** An event of the record with what follows from its fields worked out once. */
export interface TimelineEvent extends EventRecord {
  sources: RankedSource[];
  /** The local date, parsed. */
  when: EdtfDate;
  /** The date at the home clock, where it differs from the local one. */
  home?: EdtfDate;
  /** Ids of its places with all their parents. */
  placesWithin: readonly string[];
  /** Links of other events that point here, read from this side. */
  linkedFrom: { type: LinkType; from: string }[];
}

/** Everything one timeline holds, read-only after loading. */
export interface Timeline {
  card: TimelineCard;
  /** In order of their first day, then id. */
  events: readonly TimelineEvent[];
  byId: ReadonlyMap<string, TimelineEvent>;
  /** Events that were published once and are answered no more. */
  withdrawn: readonly EventRecord[];
  gazetteer: Gazetteer;
  kinds: ReadonlyMap<string, Kind>;
  generic: readonly { words: string[]; kinds: string[] }[];
  weapons: ReadonlyMap<string, Weapon>;
  measures: ReadonlyMap<string, Measure>;
  /** Groups of words that a question and a record use for the same thing. */
  synonyms: readonly string[][];
}

/** The parts of a timeline as its files hold them, already valid one by one. */
export interface TimelineParts {
  card: TimelineCard;
  /** Withdrawn ones among them. */
  events: EventRecord[];
  publishers: Publisher[];
  gazetteer: Gazetteer;
  kinds: Kind[];
  generic: { words: string[]; kinds: string[] }[];
  weapons: Weapon[];
  measures: Measure[];
  synonyms: string[][];
}

/** A timeline as plain data, events worked out: it can be written as JSON and read again without loss. */
export interface TimelineData extends Omit<TimelineParts, 'events' | 'publishers' | 'gazetteer'> {
  /** In order of their first day, then id. */
  events: TimelineEvent[];
  withdrawn: EventRecord[];
  places: Place[];
  actors: Actor[];
  people: Person[];
}

/** What a timeline holds, as plain data. */
export function dataOf(timeline: Timeline): TimelineData {
  const { gazetteer } = timeline;
  return {
    card: timeline.card,
    events: [...timeline.events],
    withdrawn: [...timeline.withdrawn],
    places: [...gazetteer.places.values()],
    actors: [...gazetteer.actors.values()],
    people: [...gazetteer.people.values()],
    kinds: [...timeline.kinds.values()],
    generic: [...timeline.generic],
    weapons: [...timeline.weapons.values()],
    measures: [...timeline.measures.values()],
    synonyms: [...timeline.synonyms],
  };
}

/** The timeline that `dataOf` wrote as plain data. */
export function timelineOf(data: TimelineData): Timeline {
  const gazetteer = new Gazetteer(data.places, data.actors, data.people);
  return withTables({ ...data, gazetteer }, data.events);
}

/** Joins the parts into a timeline: parsed dates, home dates, places with their parents, links read from both sides. */
export function assembleTimeline(parts: TimelineParts): Timeline {
  const { gazetteer } = parts;
  const publishers = new Map(parts.publishers.map((publisher) => [publisher.name, publisher]));
  const [withdrawn, published] = partition(parts.events, ({ status }) => status?.is === 'withdrawn');
  const events = published.map((record): TimelineEvent => {
    const when = parseEdtf(record.date);
    const home = parts.card.home ? homeDate(record, when, parts.card.home.timeZone) : undefined;
    return {
      ...record,
      sources: ranked(record.sources, publishers),
      when,
      ...(home ? { home } : {}),
      placesWithin: [...gazetteer.placeClosure(record.places)],
      linkedFrom: [],
    };
  });
  events.sort((a, b) => compare(a.when.first, b.when.first) || compare(clockOf(a), clockOf(b)) || compare(a.id, b.id));
  const timeline = withTables({ ...parts, withdrawn }, events);
  for (const event of events) {
    for (const link of event.links ?? [])
      timeline.byId.get(link.to)?.linkedFrom.push({ type: link.type, from: event.id });
  }
  return timeline;
}

/** The parts with events worked out, in tables by id. */
function withTables(
  parts: Omit<TimelineParts, 'events' | 'publishers'> & Pick<Timeline, 'withdrawn'>,
  events: readonly TimelineEvent[],
): Timeline {
  return {
    card: parts.card,
    events,
    byId: new Map(events.map((event) => [event.id, event])),
    withdrawn: parts.withdrawn,
    gazetteer: parts.gazetteer,
    kinds: new Map(parts.kinds.map((kind) => [kind.id, kind])),
    generic: parts.generic,
    weapons: new Map(parts.weapons.map((weapon) => [weapon.id, weapon])),
    measures: new Map(parts.measures.map((measure) => [measure.id, measure])),
    synonyms: parts.synonyms,
  };
}

/**
 * The date at the home clock when the event began, as EDTF; nothing where it is the local date.
 * Computed from the local time and zone where a time is known, otherwise the date that a source states.
 */
export function homeDate(record: EventRecord, when: EdtfDate, homeZone: string): EdtfDate | undefined {
  if (record.time === undefined) {
    // A source that states the same date at both clocks is worth keeping, and tells a reader nothing.
    const stated = record.homeDate === record.date ? undefined : record.homeDate;
    return stated === undefined ? undefined : parseEdtf(stated);
  }
  const computed = dayAtHome(when.first, record.time, record.timeZone, homeZone);
  return computed === when.first ? undefined : parseEdtf(computed);
}

/** The day on the home clock at a local day and time (`HH:MM`, `~` allowed in front). */
export function dayAtHome(day: string, time: string, zone: string, homeZone: string): string {
  return Temporal.PlainDateTime.from(`${day}T${time.replace('~', '')}`)
    .toZonedDateTime(zone)
    .withTimeZone(homeZone)
    .toPlainDate()
    .toString();
}

/** The time of day for sorting; events without one come after those of the same day that have one. */
export function clockOf(event: EventRecord): string {
  return event.time?.replace('~', '') ?? '99';
}

/** Those of which something holds, and the others. */
function partition<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type { EventRecord, Figure, Source };
