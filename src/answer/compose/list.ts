import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer, AnswerKind } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import type { Engine } from '../engine.ts';
import { counted, dateRuns, plain, strong } from '../wording.ts';
import { addTolls } from './tolls.ts';

/** Every event that fits, in order of date; a single one is told with its summary. */
export function composeList(ask: Ask, events: readonly TimelineEvent[]): Answer {
  return events.length === 1 ? composeOne(ask, events[0]!) : composeSeveral(ask, events, 'list');
}

/** The one event that fits, told in full. */
export function composeOne(ask: Ask, event: TimelineEvent, kind: AnswerKind = 'list'): Answer {
  return tellEvent(ask.engine, event, kind);
}

/** One event of a timeline told in full: date, title, summary, tolls. */
export function tellEvent(engine: Engine, event: TimelineEvent, kind: AnswerKind = 'list'): Answer {
  const { timeline } = engine;
  const draft = new Draft().about([event]);
  const cites = draft.citer.supporting(event, 'date', 'time');
  draft.say('lead', [...dateRuns(event, timeline), plain(`: ${event.title}.`)], cites, event.id);
  draft.say('detail', [plain(event.summary)], draft.citer.supporting(event, 'summary', 'date'), event.id);
  if (event.attribution.note !== undefined) {
    draft.say('detail', [plain(event.attribution.note)], draft.citer.supporting(event, 'attribution', 'by'), event.id);
  }
  addTolls(draft, engine, event);
  draft.value(kind === 'list' ? null : { date: event.date, ...(event.home ? { washington: event.home.edtf } : {}) });
  return draft.finish('answered', kind, timeline.card.name);
}

/** Several events: how many, then a line each, and how to narrow them down where one was wanted. */
export function composeSeveral(ask: Ask, events: readonly TimelineEvent[], kind: AnswerKind): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about(events);
  const head =
    kind === 'list'
      ? ' in the record.'
      : ' in the record fit. Say which: a date, a place or another word narrows it down.';
  draft.say('lead', [strong(counted(events.length, 'event')), plain(head)], []);
  for (const event of events) {
    draft.say('item', [strong(formatEdtf(event.date)), plain(`: ${event.title}`)], draft.citer.dating(event), event.id);
  }
  return draft.finish('several', kind, timeline.card.name);
}
