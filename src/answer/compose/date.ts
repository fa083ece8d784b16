import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { dateRuns, figureNumber, plain, strong } from '../wording.ts';
import { addConfusions } from './confusions.ts';
import { addDoer } from './doer.ts';
import { addTolls, inOrderOfDate } from './tolls.ts';

/** When it happened: the date first, then what happened, then its tolls in a line. */
export function composeDate(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const stated = statedFigure(ask, event);
  if (stated) return composeFigureDate(ask, event, stated);
  const draft = new Draft().about([event]);
  const cites = draft.citer.supporting(event, 'date', 'time');
  draft.say('lead', [...dateRuns(event, timeline), plain(`: ${event.title}.`)], cites, event.id);
  addTolls(draft, ask.engine, event);
  addDoer(draft, ask, event);
  addConfusions(draft, ask, event);
  draft.value({ date: event.date, ...(event.home ? { washington: event.home.edtf } : {}) });
  return draft.finish('answered', 'date', timeline.card.name);
}

/** Words by which a question asks when a number was given, not when the event happened. */
const GIVEN = new Set([
  'put',
  'said',
  'say',
  'says',
  'count',
  'counted',
  'tally',
  'toll',
  'reach',
  'reached',
  'rise',
  'rose',
  'stand',
  'stood',
  'revised',
  'raised',
  'figure',
  'number',
  'announce',
  'announced',
  'report',
  'reported',
]);

/** The figure that the question states by its number, where it asks when somebody gave it. */
function statedFigure(ask: Ask, event: TimelineEvent): Figure | undefined {
  const { words, content } = ask.question;
  if (!words.some((word) => GIVEN.has(word.folded))) return undefined;
  const numbers = new Set(content.flatMap((word) => (word.number === undefined ? [] : [Number(word.number)])));
  const figures = (event.figures ?? []).filter(
    (figure) => typeof figure.value === 'number' && numbers.has(figure.value) && figure.asOf !== undefined,
  );
  const tallies = figures.filter((figure) => ask.engine.timeline.measures.get(figure.what)?.tally === true);
  return inOrderOfDate(tallies.length > 0 ? tallies : event.when.precision === 'interval' ? figures : [])[0];
}

function composeFigureDate(ask: Ask, event: TimelineEvent, figure: Figure): Answer {
  const { timeline } = ask.engine;
  const asOf = figure.asOf ?? event.date;
  const name = timeline.measures.get(figure.what)?.name ?? figure.what;
  const draft = new Draft().about([event]).value({ date: asOf });
  draft.say(
    'lead',
    [
      strong(formatEdtf(asOf)),
      plain(`: ${figureNumber(figure)} ${name} (${figure.of}), ${figure.saidBy}. ${event.title}.`),
    ],
    draft.citer.keys(event, figure.sources),
    event.id,
  );
  return draft.finish('answered', 'date', timeline.card.name);
}
