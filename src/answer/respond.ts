import type { TimelineEvent } from '../record/timeline.ts';
import { findAnchor } from './anchor.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, find, inOrder, listOf, resolve } from './ask.ts';
import { countsHarm } from './asked-measures.ts';
import { isCampaign } from './campaign.ts';
import { composeActor } from './compose/actor.ts';
import { composeCount } from './compose/count.ts';
import { composeDate } from './compose/date.ts';
import { composeDecline, composeEmptyDay, composeNoSuchDay } from './compose/decline.ts';
import { composeFigure } from './compose/figure.ts';
import { composeCause } from './compose/links.ts';
import { composeList, composeOne } from './compose/list.ts';
import { composeMeta } from './compose/meta.ts';
import { composePlace } from './compose/place.ts';
import { composeRefusal } from './compose/refuse.ts';
import type { Constraint } from './constraint.ts';
import { fittingEvents } from './decide.ts';
import { respondInterval } from './respond-interval.ts';
import { boundedBy, respondOrder } from './respond-order.ts';
import { respondSequel } from './respond-sequel.ts';
import { respondYesNo } from './respond-yes-no.ts';
import { selectFigures } from './select-figures.ts';
import { declineFor, settle, single } from './settle.ts';
import { type ShiftedDay, shiftedDay } from './shifted-day.ts';
import { withSilentTolls } from './silent-tolls.ts';
import { speakerFit } from './speaker-fit.ts';

/** Answers a question that was read, by the intent that was read in it. */
export function respond(ask: Ask): Answer {
  return withSilentTolls(ask, respondByIntent(ask));
}

function respondByIntent(ask: Ask): Answer {
  const intent = ask.question.intent?.intent;
  const missing = ask.question.dates.find((date) => date.missing);
  if (missing) return composeNoSuchDay(ask, missing);
  if (isAboutDateline(ask)) return composeMeta(ask);
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
      return asksForOffice(ask) ? declineFor(ask, describe(ask), 'actor') : single(ask, 'actor', composeActor);
    case 'figure':
      return single(ask, 'figure', composeFigure);
    case 'date':
      return single(ask, 'date', composeDate);
    default:
      return respondOpen(ask);
  }
}

/** "Do you make things up", "who do you work for": it addresses Dateline and names nothing that the record could hold. */
function isAboutDateline({ question, subject }: Ask): boolean {
  const { intent, mentions, dates, measures, words } = question;
  if (subject || mentions.length > 0 || dates.length > 0 || measures.length > 0) return false;
  const open = intent === undefined || ['yes-no', 'actor', 'place', 'list'].includes(intent.intent);
  return open && question.content.length < 3 && words.some((word) => ADDRESSING.has(word.folded));
}

const ADDRESSING = new Set(['you', 'your', 'yours', 'yourself', 'youre', 'youve', 'bot', 'dateline']);

/** What happened a number of days before or after an event. */
function respondShifted(ask: Ask, { day, anchor }: ShiftedDay): Answer {
  const events = ask.engine.timeline.events.filter((event) => event.when.first === day);
  return events.length > 0 ? composeList(ask, inOrder(events)) : composeEmptyDay(ask, day, anchor);
}

function respondList(ask: Ask): Answer {
  const constraints = describe(ask);
  const events = listOf(ask, constraints);
  if (events.length > 0) return composeList(ask, events);
  return settle(ask, resolve(ask, constraints), 'list', (inner, event) => composeOne(inner, event));
}

/** No intent was read: a bare description is told where it is one event and listed where it is several. */
function respondOpen(ask: Ask): Answer {
  if (namesDaysAlone(ask)) return respondList(ask);
  if (saysNothing(ask)) return composeDecline(ask, 'date', find(ask, []));
  return settle(ask, resolve(ask, describe(ask)), 'list', (inner, event) =>
    opensWithMeasure(inner) && selectFigures(inner, event).length > 0
      ? composeFigure(inner, event)
      : composeOne(inner, event, 'date'),
  );
}

/** A date and nothing else asks for what happened then. */
function namesDaysAlone(ask: Ask): boolean {
  const constraints = describe(ask);
  return constraints.length > 0 && constraints.every((constraint) => constraint.type === 'date');
}

/** One common word, and no question that was understood: "what may I ask you" is not about the event that uses the word. */
function saysNothing({ question }: Ask): boolean {
  return question.mentions.length === 0 && question.dates.length === 0 && question.content.length < 2;
}

/** "Who was the ambassador in Baghdad" asks who held an office, not who did or suffered something: no event answers it. */
function asksForOffice({ question, subject }: Ask): boolean {
  if (subject) return false;
  const deeds = question.mentions.some((mention) =>
    mention.meanings.some((meaning) => DEEDS.has(meaning.type) || meaning.type === 'event-name'),
  );
  return !deeds && question.measures.length === 0 && question.content.some((word) => word.within === undefined);
}

const DEEDS = new Set(['kind', 'generic-kind', 'weapon']);

/** "Total dead in the shootdown" asks for a number without asking "how many": what is counted comes before any name. */
function opensWithMeasure(ask: Ask): boolean {
  const { question } = ask;
  const [measure] = question.measures;
  if (!measure) return false;
  // A weapon in front ("rockets at Taji in March") is what happened; only a toll or a "number" asks for a figure.
  const counts =
    countsHarm(ask, measure) || question.words.slice(0, measure.start).some((word) => COUNTING.has(word.folded));
  return counts && question.mentions.every((mention) => mention.start >= measure.start);
}

/** Words that ask for a figure without a verb. */
const COUNTING = new Set(['total', 'number', 'count']);

function respondCount(ask: Ask): Answer {
  // In a thread "how many of them" asks for a figure of the event at hand.
  if (ask.subject) return single(ask, 'figure', composeFigure);
  const anchored = findAnchor(ask);
  const constraints = anchored ? anchored.rest : describe(ask);
  const counted_ = anchored ? undefined : countedBySomebody(ask, constraints);
  if (counted_) return composeFigure(ask, counted_);
  const fitting = fittingEvents(find(ask, constraints));
  const days = fitting.filter((candidate) => !isCampaign(candidate));
  // A campaign is not one more attack beside the attacks that it is made of.
  const counted = days.length > 0 ? days : fitting;
  const events = boundedBy(anchored, inOrder(counted.map((candidate) => candidate.facts.event)));
  if (events.length === 0) return declineFor(ask, constraints, 'count');
  // "How many rounds of talks" of one event asks for its figure, not for the event.
  const times = ask.question.words.some((word) => word.folded === 'times' || word.folded === 'often');
  const [figure] = events.length === 1 && !times ? selectFigures(ask, events[0]!) : [];
  // A tally of all attacks is no count of those asked for, unless it is asked for by its speaker.
  const tally = figure && ask.engine.timeline.measures.get(figure.what)?.tally && speakerFit(ask, figure) <= 0;
  if (figure && !tally) return composeFigure(ask, events[0]!);
  return composeCount(ask, events, isWide(ask, constraints));
}

/** "How many attacks did AFP count": a count that somebody gave is a figure of the event that tells of it. */
function countedBySomebody(ask: Ask, constraints: readonly Constraint[]): TimelineEvent | undefined {
  const { verdict } = resolve(ask, constraints);
  if (verdict.outcome !== 'one') return undefined;
  const { event } = verdict.event.facts;
  const [figure] = selectFigures(ask, event);
  return figure && speakerFit(ask, figure) > 0 ? event : undefined;
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
