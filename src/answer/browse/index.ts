import { formatEdtf } from '../../record/format-date.ts';
import type { Timeline } from '../../record/timeline.ts';
import type { Answer, EventReference } from '../answer.ts';
import { composeCorrections } from '../compose/corrections.ts';
import { tellEvent } from '../compose/list.ts';
import type { Engine } from '../engine.ts';
import { counted, placeName, plain, referenceTo, strong } from '../wording.ts';
import { type BriefEvent, briefEvent } from './brief-event.ts';
import { composeDatedList, type Held } from './dated-list.ts';
import { type HeldEvent, heldEvent } from './held-event.ts';
import { composeLinked } from './linked-events.ts';
import { composeNamedTimeline, readNamedTimeline } from './named-timeline.ts';
import { composeOnDay } from './on-day.ts';
import { atPlace } from './places.ts';
import { readDay } from './read-day.ts';

export type { BriefEvent } from './brief-event.ts';
export type { HeldEvent } from './held-event.ts';

/** What one timeline covers. */
export interface Coverage {
  /** The name by which it is chosen. */
  timeline: string;
  title: string;
  subject: string;
  /** First and last day that it covers, `YYYY-MM-DD`. */
  from: string;
  to: string;
  /** What a reader should know of where it is thin. */
  note?: string | undefined;
  /** How many events it holds. */
  events: number;
  latest?: EventReference;
  /** The place at whose clock dates are told besides the local ones, where the timeline has one. */
  home?: string;
  /** How many of them a second reader checked, and on which day the last; absent where none. */
  checked?: { events: number; last: string };
}

/** Which timeline to look into; absent for all that are loaded. */
export interface Within {
  timeline?: string | undefined;
}

/** Looking things up without a question. Every list is in order of date; an answer without events is a decline. */
export interface Browse {
  /** An event by its id, with what led to it, what came next and where it was; nothing where no timeline holds it. */
  event(id: string): HeldEvent | undefined;
  /** An event in short, of the named timeline or whichever holds it; nothing where none does. */
  brief(id: string, within?: Within): BriefEvent | undefined;
  /** An event told in full. */
  tell(id: string): Answer | undefined;
  /** What led to an event. */
  before(id: string): Answer | undefined;
  /** What answered or followed an event. */
  after(id: string): Answer | undefined;
  /** All events at a place of the timeline that holds an event, by the place's id. */
  atPlace(place: string): Answer | undefined;
  /** The timeline of places, actors and dates as they are typed ("ain al-asad 2024"); nothing where none is named. */
  timelineOf(text: string, options: Within & { now: Date }): Answer | undefined;
  /** What happened on a day of the year, `month` from 1, and when the weightiest of it next comes round after `now`. */
  on(month: number, day: number, options: Within & { now: Date }): Answer;
  /** The last so many events, newest first; five when absent. */
  latest(options?: Within & { count?: number }): Answer;
  /** What was corrected, the newest first; of one event where its id is given. */
  corrections(options?: Within & { event?: string }): Answer;
  coverage(): readonly Coverage[];
  /** The day of the year that a text names and nothing else ("8 january"); `month` from 1. */
  readDay(text: string, now: Date): { month: number; day: number } | undefined;
}

/** Looks things up in the timelines of engines. */
export function createBrowse(engines: readonly Engine[]): Browse {
  const timelines = engines.map(({ timeline }) => timeline);
  const within = (options: Within = {}) =>
    options.timeline === undefined ? timelines : timelines.filter(({ card }) => card.name === options.timeline);
  const find = (id: string): Held | undefined => {
    const timeline = timelines.find(({ byId }) => byId.has(id));
    return timeline && { timeline, event: timeline.byId.get(id)! };
  };
  const linked = (id: string, direction: 'before' | 'after') => {
    const held = find(id);
    if (!held) return undefined;
    const { causes, sequels } = heldEvent(held.timeline, held.event);
    return composeLinked(held.timeline, held.event, direction === 'before' ? causes : sequels, direction);
  };
  return {
    event: (id) => {
      const held = find(id);
      return held && heldEvent(held.timeline, held.event);
    },
    brief: (id, options) => {
      const engine = engines.find(({ timeline }) => timeline.byId.has(id) && within(options).includes(timeline));
      return engine && briefEvent(engine, engine.timeline.byId.get(id)!);
    },
    tell: (id) => {
      const held = find(id);
      const engine = engines.find(({ timeline }) => timeline === held?.timeline);
      return held && engine && tellEvent(engine, held.event);
    },
    before: (id) => linked(id, 'before'),
    after: (id) => linked(id, 'after'),
    atPlace: (place) => {
      const timeline = timelines.find(({ gazetteer }) => gazetteer.places.has(place));
      return timeline && composeAtPlace(timeline, place);
    },
    timelineOf: (text, { now, timeline }) => {
      const today = Temporal.PlainDate.from(now.toISOString().slice(0, 10));
      const asked = engines.filter((engine) => within({ timeline }).includes(engine.timeline));
      const read = asked.flatMap((engine) => readNamedTimeline(engine, text, today) ?? []);
      const [most] = read.sort((a, b) => b.events.length - a.events.length);
      return most && composeNamedTimeline(most);
    },
    on: (month, day, options) => {
      const held = within(options).flatMap((timeline) => timeline.events.map((event) => ({ timeline, event })));
      return composeOnDay(inOrder(held), { month, day }, options.now.toISOString().slice(0, 10));
    },
    latest: (options) => composeLatest(within(options), options?.count ?? 5),
    corrections: (options) =>
      composeCorrections(within(options), options?.event === undefined ? undefined : new Set([options.event])),
    coverage: () => timelines.map(coverageOf),
    readDay,
  };
}

function composeAtPlace(timeline: Timeline, place: string): Answer {
  const events = atPlace(timeline, place);
  return composeDatedList(
    [plain(`Timeline of ${placeName(place, timeline)}: `), strong(counted(events.length, 'event')), plain('.')],
    events.map((event) => ({ timeline, event })),
  );
}

function composeLatest(timelines: readonly Timeline[], count: number): Answer {
  const held = inOrder(timelines.flatMap((timeline) => timeline.events.map((event) => ({ timeline, event }))));
  const latest = held.slice(-count).reverse();
  const to = timelines
    .map(({ card }) => card.coverage.to)
    .sort()
    .at(-1);
  const until = to === undefined ? '' : `; the record runs to ${formatEdtf(to)}`;
  return composeDatedList([plain('The latest '), strong(counted(latest.length, 'event')), plain(`${until}.`)], latest);
}

function inOrder(held: readonly Held[]): Held[] {
  return [...held].sort((a, b) =>
    a.event.when.first < b.event.when.first ? -1 : a.event.when.first > b.event.when.first ? 1 : 0,
  );
}

function coverageOf({ card, events }: Timeline): Coverage {
  const { name, title, subject, coverage, home } = card;
  const last = events.at(-1);
  const checks = events.flatMap(({ verified }) => verified?.on ?? []).sort();
  const lastCheck = checks.at(-1);
  return {
    timeline: name,
    title,
    subject,
    ...coverage,
    events: events.length,
    ...(home ? { home: home.name } : {}),
    ...(last ? { latest: referenceTo(last) } : {}),
    ...(lastCheck === undefined ? {} : { checked: { events: checks.length, last: lastCheck } }),
  };
}
