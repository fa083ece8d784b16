import type { DateMention } from '../../question/dates/date-mention.ts';
import { type Mention, meaningsOf } from '../../question/mention.ts';
import { readQuestion } from '../../question/read-question.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Engine } from '../engine.ts';
import type { EventFacts } from '../event-facts.ts';
import { counted, joinWords, plain, sentence, strong } from '../wording.ts';
import { composeDatedList } from './dated-list.ts';

/** Places, actors and dates as somebody typed them for a timeline: "ain al-asad 2024". */
export interface NamedTimeline {
  engine: Engine;
  /** Its names as the record writes them, then its dates as they were typed. */
  title: string;
  events: readonly TimelineEvent[];
}

/** Reads what a timeline is to be of; nothing where the words name no place, no actor and no date. */
export function readNamedTimeline(engine: Engine, text: string, today: Temporal.PlainDate): NamedTimeline | undefined {
  const question = readQuestion(text, engine.language, today);
  const names = question.mentions.filter((mention) => idsOf(mention).length > 0);
  if (names.length === 0 && question.dates.length === 0) return undefined;
  const meets = (facts: EventFacts) =>
    names.every((mention) => isOf(facts, mention)) && question.dates.every((date) => isWithin(facts.event, date));
  return {
    engine,
    title: joinWords(
      [...names.map((mention) => nameOf(mention, engine)), ...question.dates.map(({ text: typed }) => sentence(typed))],
      'in',
    ),
    events: engine.facts.filter(meets).map(({ event }) => event),
  };
}

/** A timeline of what was named, in order of date. */
export function composeNamedTimeline({ engine, title, events }: NamedTimeline): Answer {
  const { timeline } = engine;
  const lead =
    events.length === 0
      ? [plain('The record '), strong('holds no event'), plain(` of ${title}.`)]
      : [plain(`Timeline of ${title}: `), strong(counted(events.length, 'event')), plain('.')];
  return {
    ...composeDatedList(
      lead,
      events.map((event) => ({ event, timeline })),
    ),
    timeline: timeline.card.name,
  };
}

function idsOf(mention: Mention): string[] {
  return [...meaningsOf(mention, 'place'), ...meaningsOf(mention, 'actor')].map(({ id }) => id);
}

function nameOf(mention: Mention, { timeline: { gazetteer } }: Engine): string {
  const [place] = meaningsOf(mention, 'place');
  const [actor] = meaningsOf(mention, 'actor');
  const named = (place && gazetteer.places.get(place.id)) ?? (actor && gazetteer.actors.get(actor.id));
  return named?.name ?? mention.text;
}

function isOf({ event, by, against }: EventFacts, mention: Mention): boolean {
  return (
    meaningsOf(mention, 'place').some(({ id }) => event.placesWithin.includes(id)) ||
    meaningsOf(mention, 'actor').some(({ id }) => by.has(id) || against.has(id))
  );
}

function isWithin({ when }: TimelineEvent, { spans, open }: DateMention): boolean {
  if (open) {
    const { month, day } = open;
    return Number(when.first.slice(5, 7)) === month && (day === undefined || Number(when.first.slice(8)) === day);
  }
  return spans.some(({ first, last }) => when.first <= last && when.last >= first);
}
