import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { dateRuns, plain } from '../wording.ts';
import { addConfusions } from './confusions.ts';
import { addTolls } from './tolls.ts';

/** When it happened: the date first, then what happened, then its tolls in a line. */
export function composeDate(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about([event]);
  const cites = draft.citer.supporting(event, 'date', 'time');
  draft.say('lead', [...dateRuns(event, timeline), plain(`: ${event.title}.`)], cites, event.id);
  addTolls(draft, event, timeline);
  addConfusions(draft, ask, event);
  draft.value({ date: event.date, ...(event.home ? { washington: event.home.edtf } : {}) });
  return draft.finish('answered', 'date', timeline.card.name);
}
