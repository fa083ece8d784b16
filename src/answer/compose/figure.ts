import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { selectFigures } from '../select-figures.ts';
import { figureNumber, figureValue, plain, sentence, spelledNumber, strong } from '../wording.ts';
import { addConfusions } from './confusions.ts';
import { addDoer } from './doer.ts';
import { figurePhrase, measureName, sayOtherCounts, wholes } from './tolls.ts';

/** Other figures told after the one that answers. */
const OTHERS = 8;

/** A figure of an event: the one asked for first, who said it and as of when, then the steps it took and what conflicts. */
export function composeFigure(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about([event]);
  const figures = selectFigures(ask, event);
  const lead = figures[0];
  if (!lead) return withoutFigure(ask, event);
  draft.say(
    'lead',
    [
      strong(numberWords(lead)),
      plain(
        ` ${measureName(lead, timeline)} (${lead.of}), ${saidBy(lead)}: ${event.title}, ${formatEdtf(event.date)}.`,
      ),
    ],
    draft.citer.keys(event, lead.sources),
    event.id,
  );
  const rest = wholes(figures.slice(1)).slice(0, OTHERS);
  sayOtherCounts(draft, event, lead, rest, timeline);
  addDoer(draft, ask, event);
  addConfusions(draft, ask, event);
  draft.value({ figures: figures.map(figureValue) });
  return draft.finish('answered', 'figure', timeline.card.name);
}

/** What the record does not give of an event, and what an event that is linked with it has of the kind. */
function withoutFigure(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().say(
    'lead',
    [plain(`The record gives no such figure for ${formatEdtf(event.date)}: ${event.title}.`)],
    [],
  );
  // One of something is told by what it is ("1 (rocket that failed to launch)"), one person by what was done to him.
  const isOneThing = ({ value, what }: Figure) => value === 1 && timeline.measures.get(what)?.toll !== true;
  const phrase = (figure: Figure) =>
    figurePhrase(figure, isOneThing(figure) ? undefined : measureName(figure, timeline));
  const held = (event.figures ?? []).filter((figure) => timeline.measures.get(figure.what)?.tally !== true);
  if (held.length > 0)
    draft.say(
      'detail',
      [plain(`It has: ${held.slice(0, HELD).map(phrase).join('; ')}.`)],
      draft.citer.keys(
        event,
        held.slice(0, HELD).flatMap(({ sources }) => sources),
      ),
      event.id,
    );
  const near = [event];
  for (const id of new Set([...(event.links ?? []).map(({ to }) => to), ...event.linkedFrom.map(({ from }) => from)])) {
    const linked = timeline.byId.get(id);
    const figure = linked && selectFigures(ask, linked)[0];
    if (!linked || !figure || near.length > LINKED) continue;
    near.push(linked);
    draft.say(
      'detail',
      [plain(`Linked with it, ${formatEdtf(linked.date)}, ${linked.title}: ${phrase(figure)}.`)],
      draft.citer.keys(linked, figure.sources),
      linked.id,
    );
  }
  return draft.near(near).finish('declined', 'figure', timeline.card.name);
}

/** How many of its figures are told of an event that does not have the one asked for. */
const HELD = 3;

/** Of how many linked events a figure is told where the event itself has none. */
const LINKED = 2;

/** Numbers up to this one are spelled at the head of a sentence. */
const TEN = 10;

function numberWords(figure: Figure): string {
  const { value, qualifier } = figure;
  return sentence(
    typeof value === 'number' && qualifier === undefined && value <= TEN ? spelledNumber(value) : figureNumber(figure),
  );
}

function saidBy(figure: Figure): string {
  return figure.asOf === undefined ? figure.saidBy : `${figure.saidBy}, ${formatEdtf(figure.asOf)}`;
}
