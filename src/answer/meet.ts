import type { DateMention } from '../question/dates/date-mention.ts';
import type { Meaning } from '../question/lexicon.ts';
import type { Role } from '../question/question.ts';
import { daysBetween, overlaps } from '../record/edtf.ts';
import type { Timeline, TimelineEvent } from '../record/timeline.ts';
import type { Field } from '../search/event-document.ts';
import type { EventFacts } from './event-facts.ts';
import { meetsPlace } from './meet-place.ts';

/** How far a mention in an event's text meets a name, by the field that mentions it. */
const NAMED: Record<Field, number> = { title: 0.8, summary: 0.55, detail: 0.4, wordings: 0, sources: 0.25 };

/** How a name or a kind stands in a question. */
export interface Stance {
  role: Role;
  /** Written with a possessive: "Saddam's". */
  possessive: boolean;
  /** Whether the question names anything that was done: a kind, a weapon, a toll. */
  deed: boolean;
  /** Whether it speaks of somebody's being killed or hurt. */
  hurt: boolean;
  /** Whether it is said of what lies within it: "in the Twelve-Day War". */
  within: boolean;
  /** Whether it is given as the spot where it happened: "at Taji". */
  spot: boolean;
  /** Whether the question speaks of an attack and of nothing else that was done. */
  attack: boolean;
}

/** How far an event meets one meaning: 0 not at all, 1 fully, by its fields rather than its text. */
export function meetsMeaning(meaning: Meaning, stance: Stance, facts: EventFacts, timeline: Timeline): number {
  const { event } = facts;
  switch (meaning.type) {
    case 'place':
      return meetsPlace(meaning.id, facts, timeline, { spot: stance.spot, named: named(facts, meaning) });
    case 'place-kind':
      return facts.placeKinds.has(meaning.kind) ? 1 : 0;
    case 'actor':
      return meetsActor(meaning.id, stance, facts, timeline);
    case 'person':
      return Math.max(
        meetsPerson(meaning.id, facts, stance),
        stance.hurt ? 0 : inOffice(meaning.id, facts, timeline),
        standsFor(meaning.id, facts, timeline, stance),
      );
    case 'event-name':
      return meaning.id === event.id
        ? 1
        : Math.max(named(facts, meaning) * 0.8, stance.within && isLinked(meaning.id, event) ? LINKED : 0);
    case 'kind':
      return meetsKind(meaning.id, facts, timeline);
    case 'generic-kind':
      return meaning.ids.includes(event.kind) ? 1 : 0;
    case 'weapon':
      return meetsWeapon(meaning.id, facts, timeline);
    case 'measure':
      return facts.measures.has(meaning.id) ? 1 : 0;
  }
}

/** How far an event meets the name of one that it belongs to, answers or led to. */
const LINKED = 0.32;

function isLinked(id: string, event: TimelineEvent): boolean {
  return event.linkedFrom.some(({ from }) => from === id) || (event.links ?? []).some(({ to }) => to === id);
}

function named(facts: EventFacts, meaning: { type: string; id: string }): number {
  const field = facts.named.get(`${meaning.type}:${meaning.id}`);
  return field === undefined ? 0 : NAMED[field];
}

/** Kinds of actor whose deeds a record may enter under the state they serve. */
const ARMS_OF_STATE = new Set(['armed-force', 'ministry-or-agency', 'person-office']);

/** How far what happened in a country meets "against" it, as a share. */
const IN_ITS_COUNTRY = 0.6;

/** How far the doer of something else meets "by" in a question for an attack: not enough. */
const NO_ATTACK = 0.25;

function meetsActor(id: string, stance: Stance, facts: EventFacts, timeline: Timeline): number {
  const { role } = stance;
  const own = (actors: ReadonlySet<string>, direct: readonly string[]) => {
    if (actors.has(id)) return 1;
    const actor = timeline.gazetteer.actors.get(id);
    // "The U.S. Navy" is met by an event entered under the United States; a militia is not met by "militias".
    return actor &&
      ARMS_OF_STATE.has(actor.kind) &&
      direct.some((other) => timeline.gazetteer.actorClosure([id]).has(other))
      ? 0.6
      : 0;
  };
  const { event } = facts;
  const did = own(facts.by, event.by);
  const by = Math.max(did, facts.blamed.has(id) ? 0.9 : 0);
  const against = own(facts.against, event.against);
  const text = named(facts, { type: 'actor', id });
  switch (role) {
    case 'by':
      // Who sends batteries or signs a pact has not attacked anybody.
      return stance.attack && by === did && timeline.kinds.get(event.kind)?.group !== 'attack'
        ? Math.min(by, NO_ATTACK)
        : by;
    case 'likely-by':
      return by > 0 ? by : 0.7 * Math.max(against, text, inCountry(id, facts, timeline));
    case 'against':
      // "The Saudi air base" is in Saudi Arabia, whoever was there.
      return against > 0 ? against : Math.max(Math.min(text, 0.5), inCountry(id, facts, timeline) * IN_ITS_COUNTRY);
    case 'speaker':
      return text > 0 ? 1 : Math.max(by, against) * 0.5;
    case 'any':
      return Math.max(by, against, text, inCountry(id, facts, timeline));
  }
}

function inCountry(actor: string, facts: EventFacts, timeline: Timeline): number {
  const known = timeline.gazetteer.actors.get(actor);
  const country = known?.country ?? (known?.kind === 'state' ? actor : undefined);
  return country !== undefined && known?.kind === 'state' && facts.event.placesWithin.includes(country) ? 0.6 : 0;
}

/** "Carter sent" means the United States did, while Carter held its office. */
function inOffice(person: string, facts: EventFacts, timeline: Timeline): number {
  const day = facts.event.when.first;
  const held = timeline.gazetteer.people
    .get(person)
    ?.offices?.some(({ of, from, to }) => day >= from && (to === undefined || day <= to) && facts.by.has(of));
  return held ? 0.6 : 0;
}

/** "Saddam's reactor" is Iraq's, and "Saddam froze out the inspectors" is what Iraq did: a leader stands for his state. */
function standsFor(person: string, facts: EventFacts, timeline: Timeline, stance: Stance): number {
  const known = timeline.gazetteer.people.get(person);
  const actor = known?.of;
  if (actor === undefined) return 0;
  const leads = known?.offices === undefined && timeline.gazetteer.actors.get(actor)?.kind === 'state' && !stance.hurt;
  if (!stance.possessive && !leads) return 0;
  const closure = timeline.gazetteer.actorClosure([actor]);
  return [...closure].some((id) => facts.by.has(id) || facts.against.has(id)) ? (stance.possessive ? 0.4 : 0.32) : 0;
}

function meetsPerson(id: string, facts: EventFacts, stance: Stance): number {
  const entry = facts.event.people?.find(({ person }) => person === id);
  const text = named(facts, { type: 'person', id });
  if (!stance.deed && !stance.hurt) return entry ? (INVOLVED.has(entry.as) ? 1 : 0.82) : text * 0.9;
  if (entry && (stance.hurt ? HURT : INVOLVED).has(entry.as)) return 1;
  // Who is only spoken of, or suspected, was not the one who was killed.
  if (stance.hurt) return entry ? 0.28 : text * 0.35;
  return entry ? 0.6 : text * 0.7;
}

/** What those may have been who are said to have been killed or hurt. */
const HURT = new Set(['killed', 'wounded', 'target', 'captive', 'attacker']);
const INVOLVED = new Set([...HURT, 'suspect']);

function meetsKind(id: string, facts: EventFacts, timeline: Timeline): number {
  if (facts.event.kind === id) return 1;
  const weapons = timeline.kinds.get(id)?.weapons ?? [];
  const attack = timeline.kinds.get(facts.event.kind)?.group === timeline.kinds.get(id)?.group;
  return attack && weapons.some((weapon) => facts.weapons.has(weapon)) ? 0.9 : 0;
}

/** How far an event was done with a weapon. */
export function meetsWeapon(id: string, facts: EventFacts, timeline: Timeline): number {
  if (facts.weapons.has(id)) return 1;
  return timeline.kinds.get(facts.event.kind)?.weapons.includes(id) ? 0.9 : 0;
}

/** Longest event, in days, that a question for one day is still answered with. */
const SHORT_DAYS = 4;

/** How far an event falls within a date, by its local day or by the home clock. */
export function meetsDate(date: DateMention, event: TimelineEvent): number {
  // "After 7 October" of an unnamed year bounds nothing that can be checked.
  if (date.open && date.operator !== 'in') return 0.5;
  if (date.open)
    return Math.max(meetsOpenDate(date.open, event), date.spans.some((span) => overlaps(span, event.when)) ? 0.9 : 0);
  const local = date.spans.some((span) => overlaps(span, event.when));
  if (local) {
    const fine = date.granularity === 'day' && date.operator === 'in';
    if (
      fine &&
      daysBetween(event.when.first, event.when.last) > SHORT_DAYS &&
      event.when.first !== date.spans[0]?.first
    )
      return 0.4;
    // What merely goes on during a span is not what happened in it.
    return date.operator === 'in' &&
      !date.spans.some((span) => event.when.first >= span.first && event.when.first <= span.last)
      ? 0.7
      : 1;
  }
  const home = event.home;
  return home && date.operator === 'in' && date.spans.some((span) => overlaps(span, home)) ? 0.95 : 0;
}

function meetsOpenDate(open: { month: number; day?: number }, event: TimelineEvent): number {
  const fits = (day: string) =>
    Number(day.slice(5, 7)) === open.month && (open.day === undefined || Number(day.slice(8)) === open.day);
  if (fits(event.when.first) || fits(event.when.last)) return 1;
  return event.home && fits(event.home.first) ? 0.95 : 0;
}

/** Whether somebody was killed or hurt: a figure that is not nought, of the actors named where the question names them. */
export function meetsToll(
  measures: readonly string[],
  actors: readonly string[],
  facts: EventFacts,
  timeline: Timeline,
): number {
  const figures = (facts.event.figures ?? []).flatMap((figure, index) =>
    figure.value !== 0 &&
    (measures.includes(figure.what) || measures.some((id) => facts.partsOf.get(figure.what)?.includes(id)))
      ? [facts.counted[index]!]
      : [],
  );
  if (figures.length === 0) return 0;
  if (actors.length === 0 || figures.some((counted) => actors.some((id) => counted.includes(id)))) return 1;
  // A count of U.S. troops may hold the one Navy SEAL who was killed.
  const wider = (id: string) => timeline.gazetteer.actorClosure([id]);
  if (figures.some((counted) => actors.some((id) => [...wider(id)].some((parent) => counted.includes(parent)))))
    return 0.6;
  return figures.some((counted) => counted.length === 0) ? 0.5 : 0;
}
