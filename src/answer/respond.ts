import { meaningsOf } from '../question/mention.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer, AnswerKind } from './answer.ts';
import { type Ask, describe, find, inOrder, listOf, type Resolution, resolve } from './ask.ts';
import { composeActor } from './compose/actor.ts';
import { composeCount } from './compose/count.ts';
import { composeDate } from './compose/date.ts';
import { composeDecline, composeEmptyDay, composeUnclear } from './compose/decline.ts';
import { composeFigure } from './compose/figure.ts';
import { composeBetween, composeLength, composeSince } from './compose/interval.ts';
import { composeCause, composeSequel, sequelsOf } from './compose/links.ts';
import { composeList, composeOne, composeSeveral } from './compose/list.ts';
import { composeMeta } from './compose/meta.ts';
import { composeOrder } from './compose/order.ts';
import { composePlace } from './compose/place.ts';
import { composeRefusal } from './compose/refuse.ts';
import { composeYesNo } from './compose/yes-no.ts';
import { asAside, type Constraint } from './constraint.ts';
import { fittingEvents, isCampaign } from './decide.ts';
import { selectFigures } from './select-figures.ts';
import { type ShiftedDay, shiftedDay } from './shifted-day.ts';
import { findAnchor, splitPair } from './split.ts';

/** Answers a question that was read, by the intent that was read in it. */
export function respond(ask: Ask): Answer {
  const intent = ask.question.intent?.intent;
  if (intent === undefined || intent === 'list' || intent === 'date') {
    const shifted = shiftedDay(ask);
    if (shifted) return respondShifted(ask, shifted);
  }
  switch (intent) {
    case 'meta':
      return composeMeta(ask);
    case 'none':
      return composeRefusal(ask);
    case 'list':
      return respondList(ask);
    case 'count':
      return respondCount(ask);
    case 'interval':
      return respondInterval(ask);
    case 'order':
      return respondOrder(ask);
    case 'cause':
      return single(ask, 'cause', composeCause);
    case 'sequel':
      return respondSequel(ask);
    case 'yes-no':
      return respondYesNo(ask);
    case 'place':
      return single(ask, 'place', composePlace);
    case 'actor':
      return single(ask, 'actor', composeActor);
    case 'figure':
      return single(ask, 'figure', composeFigure);
    case 'date':
      return single(ask, 'date', composeDate);
    default:
      return respondOpen(ask);
  }
}

/** What happened a number of days before or after an event. */
function respondShifted(ask: Ask, { day, anchor }: ShiftedDay): Answer {
  const events = ask.engine.timeline.events.filter((event) => event.when.first === day);
  return events.length > 0 ? composeList(ask, inOrder(events)) : composeEmptyDay(ask, day, anchor);
}

type Compose = (ask: Ask, event: TimelineEvent) => Answer;

/** A question for one event: told where one stands out, listed where several fit, declined otherwise. */
function single(ask: Ask, kind: AnswerKind, compose: Compose): Answer {
  return settle(ask, resolve(ask, describe(ask)), kind, compose);
}

function settle(ask: Ask, resolution: Resolution, kind: AnswerKind, compose: Compose): Answer {
  const { verdict, finding } = resolution;
  switch (verdict.outcome) {
    case 'one':
      return compose(ask, verdict.event.facts.event);
    case 'several':
      return composeSeveral(ask, inOrder(verdict.events.map((candidate) => candidate.facts.event)), kind);
    case 'none':
      return composeDecline(ask, kind, finding);
    case 'open':
      return composeDecline(ask, kind, finding);
  }
}

function respondList(ask: Ask): Answer {
  const constraints = describe(ask);
  const events = listOf(ask, constraints);
  if (events.length > 0) return composeList(ask, events);
  return settle(ask, resolve(ask, constraints), 'list', (inner, event) => composeOne(inner, event));
}

/** No intent was read: a bare description is told where it is one event and listed where it is several. */
function respondOpen(ask: Ask): Answer {
  return settle(ask, resolve(ask, describe(ask)), 'list', (inner, event) =>
    opensWithMeasure(inner) && selectFigures(inner, event).length > 0
      ? composeFigure(inner, event)
      : composeOne(inner, event, 'date'),
  );
}

/** "Total dead in the shootdown" asks for a number without asking "how many": what is counted comes before any name. */
function opensWithMeasure({ question }: Ask): boolean {
  const [measure] = question.measures;
  if (!measure) return false;
  return question.mentions.every(
    (mention) => mention.start > measure.start || (mention.start === measure.start && measure.toll === true),
  );
}

function respondCount(ask: Ask): Answer {
  // In a thread "how many of them" asks for a figure of the event at hand.
  if (ask.subject) return single(ask, 'figure', composeFigure);
  const anchored = findAnchor(ask);
  const constraints = anchored ? anchored.rest : describe(ask);
  const fitting = fittingEvents(find(ask, constraints));
  const days = fitting.filter((candidate) => !isCampaign(candidate));
  // A campaign is not one more attack beside the attacks that it is made of.
  const counted = days.length > 0 ? days : fitting;
  const events = boundedBy(anchored, inOrder(counted.map((candidate) => candidate.facts.event)));
  if (events.length === 0) return declineFor(ask, constraints, 'count');
  // "How many rounds of talks" of one event asks for its figure, not for the event.
  const times = ask.question.words.some((word) => word.folded === 'times' || word.folded === 'often');
  if (events.length === 1 && !times && selectFigures(ask, events[0]!).length > 0) return composeFigure(ask, events[0]!);
  return composeCount(ask, events, isWide(ask, constraints));
}

/** A count over more than one place, next to which an authority's tally says something. */
function isWide(ask: Ask, constraints: readonly Constraint[]): boolean {
  const { places } = ask.engine.timeline.gazetteer;
  return !constraints.some(
    (constraint) =>
      constraint.type === 'mention' &&
      constraint.mention.meanings.some(
        (meaning) => meaning.type === 'place' && !['country', 'region'].includes(places.get(meaning.id)?.kind ?? ''),
      ),
  );
}

function boundedBy(anchored: ReturnType<typeof findAnchor>, events: readonly TimelineEvent[]): TimelineEvent[] {
  if (!anchored) return [...events];
  const { anchor, side } = anchored;
  return events.filter((event) =>
    event.id === anchor.id
      ? false
      : side === 'after'
        ? event.when.first >= anchor.when.first
        : event.when.first <= anchor.when.first,
  );
}

function respondInterval(ask: Ask): Answer {
  const from = ask.question.intent?.attributes.from;
  if (from === 'now') return single(ask, 'interval', composeSince);
  const pair = splitPair(ask);
  if (pair?.certain) return composeBetween(ask, pair.left, pair.right);
  const answered = responseTo(ask);
  if (!answered && pair) return composeBetween(ask, pair.left, pair.right);
  if (answered) return composeBetween(ask, answered.anchor, answered.response);
  if (from === 'length') return single(ask, 'interval', composeLength);
  const events = listOf(ask, describe(ask));
  if (events.length === 2) return composeBetween(ask, events[0]!, events[1]!);
  return composeUnclear(ask, 'interval');
}

/** "How long did they wait to hit back after X": the first event that the record links to X, by whom the question names. */
function responseTo(ask: Ask): { anchor: TimelineEvent; response: TimelineEvent } | undefined {
  const anchored = findAnchor(ask);
  if (!anchored) return undefined;
  const actors = anchored.rest.flatMap((constraint) =>
    constraint.type === 'mention'
      ? constraint.mention.meanings.flatMap((meaning) => (meaning.type === 'actor' ? [meaning.id] : []))
      : [],
  );
  const response = sequelsOf(anchored.anchor, ask.engine.timeline).find((event) => {
    const by = ask.engine.factsById.get(event.id)?.by;
    return (
      event.when.first >= anchored.anchor.when.first && (actors.length === 0 || actors.some((actor) => by?.has(actor)))
    );
  });
  return response && { anchor: anchored.anchor, response };
}

function respondOrder(ask: Ask): Answer {
  const pick = ask.question.intent?.attributes.pick ?? 'first';
  if (pick === 'earlier') {
    const pair = splitPair(ask);
    if (!pair) return composeUnclear(ask, 'order');
    const [earlier] = inOrder([pair.left, pair.right]);
    return composeOrder(ask, earlier!, [pair.left, pair.right], 'earlier');
  }
  const anchored = findAnchor(ask) ?? fromSubject(ask, pick);
  const constraints = anchored ? anchored.rest : describe(ask);
  const fitting =
    constraints.length === 0
      ? ask.engine.timeline.events
      : inOrder(fittingEvents(find(ask, constraints)).map((candidate) => candidate.facts.event));
  const bounded = boundedBy(anchored, fitting);
  if (bounded.length === 0) return declineFor(ask, describe(ask), 'order');
  const last = anchored ? anchored.side === 'before' : pick === 'last' || pick === 'previous';
  return composeOrder(ask, (last ? bounded.at(-1) : bounded[0])!, bounded, pick);
}

/** "The one before that" hangs on the event of the thread. */
function fromSubject(ask: Ask, pick: string): ReturnType<typeof findAnchor> {
  if (!ask.subject || (pick !== 'next' && pick !== 'previous')) return undefined;
  return { side: pick === 'next' ? 'after' : 'before', anchor: ask.subject, rest: describe(ask), at: 0 };
}

function respondSequel(ask: Ask): Answer {
  const { timeline } = ask.engine;
  const answered = responseTo(ask);
  if (answered) return composeSequel(ask, answered.anchor, [answered.response]);
  const resolution = resolve(ask, describeDeed(ask));
  return settle(ask, resolution, 'sequel', (inner, event) => {
    const sequels = byWhom(inner, event, sequelsOf(event, timeline));
    if (sequels.length > 0) return composeSequel(inner, event, sequels);
    const later = timeline.events.find(
      (other) => other.when.first > event.when.first && other.places.some((place) => event.places.includes(place)),
    );
    return later ? composeSequel(inner, event, [later]) : composeOne(inner, event);
  });
}

/** "How did the U.S. respond" asks for what the U.S. did; where it did nothing that the record links, for all that followed. */
function byWhom(ask: Ask, event: TimelineEvent, sequels: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const actors = ask.question.mentions
    .filter((mention) => ['any', 'by', 'likely-by'].includes(ask.question.roles.get(mention.start) ?? ''))
    .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id));
  const theirs = sequels.filter((sequel) => actors.some((actor) => ask.engine.factsById.get(sequel.id)?.by.has(actor)));
  const ownDeed = actors.some((actor) => ask.engine.factsById.get(event.id)?.by.has(actor));
  return theirs.length > 0 && !ownDeed ? theirs : sequels;
}

/** What a sequel is asked of: the clause after "after" or "to" where there is one, less who is asked to have answered. */
function describeDeed(ask: Ask): readonly Constraint[] {
  const { words, intent } = ask.question;
  const match = intent?.matches[0];
  const answering = (constraint: Constraint) =>
    match !== undefined &&
    constraint.type === 'mention' &&
    constraint.start >= match.start &&
    constraint.end <= match.end;
  const at = words.findIndex((word, index) => index > 1 && ['after', 'to', 'following', 'for'].includes(word.folded));
  const clause = at === -1 ? [] : describe(ask, at + 1);
  const wanted = (clause.some((constraint) => constraint.hard) ? clause : describe(ask)).filter(
    (constraint) => !answering(constraint),
  );
  // "Mosul falls: what was America's reaction": whose reaction it was describes nothing of the fall.
  return wanted.map((constraint) =>
    constraint.type === 'mention' && constraint.possessive && !clause.includes(constraint)
      ? asAside(constraint)
      : constraint,
  );
}

function respondYesNo(ask: Ask): Answer {
  const constraints = describe(ask);
  const events = listOf(ask, constraints);
  const resolution = resolve(ask, constraints);
  if (resolution.verdict.outcome === 'several' && events.length > 1) return composeSeveral(ask, events, 'yes-no');
  return settle(ask, resolution, 'yes-no', composeYesNo);
}

function declineFor(ask: Ask, constraints: readonly Constraint[], kind: AnswerKind): Answer {
  return composeDecline(ask, kind, find(ask, constraints));
}
