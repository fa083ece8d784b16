import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer, AnswerKind } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Constraint } from '../constraint.ts';
import { Draft } from '../draft.ts';
import type { Candidate } from '../find.ts';
import { joinWords, plain, strong } from '../wording.ts';

/** What the record does not support, which part of the question stands in the way, and what comes nearest. */
export function composeDecline(
  ask: Ask,
  kind: AnswerKind,
  constraints: readonly Constraint[],
  blocking: readonly Constraint[],
  nearest: readonly Candidate[],
): Answer {
  const { timeline } = ask.engine;
  const events = nearest.map((candidate) => candidate.facts.event);
  const draft = new Draft().near(events);
  const outside = outsideCoverage(constraints, ask);
  const foreign = isForeign(constraints, nearest);
  if (foreign) {
    draft.say('lead', [plain(`That is outside what I hold: ${timeline.card.subject}, ${coverage(ask)}.`)], []);
    draft.say('note', [plain(`You can ask, for example: ${timeline.card.examples.join(' · ')}`)], []);
    return { ...draft.near([]).finish('declined', kind, timeline.card.name), notUnderstood: unread(blocking) };
  }
  draft.say('lead', [plain('The record '), strong('holds no event'), plain(` that fits: ${phrase(constraints)}.`)], []);
  const missing = blocking.map((constraint) => `“${constraint.text}”`);
  if (missing.length > 0 && constraints.length > blocking.length) {
    draft.say('detail', [plain(`What it does not support with the rest: ${joinWords(missing)}.`)], []);
  }
  if (outside) draft.say('note', [plain(`It covers ${coverage(ask)}.`)], []);
  addNearest(draft, events);
  return { ...draft.finish('declined', kind, timeline.card.name), notUnderstood: unread(blocking) };
}

/** Adds the nearest events as lines. */
export function addNearest(draft: Draft, events: readonly TimelineEvent[]): void {
  if (events.length === 0) return;
  draft.say('detail', [plain('What comes nearest:')], []);
  for (const event of events) {
    draft.say('item', [strong(formatEdtf(event.date)), plain(`: ${event.title}`)], draft.citer.dating(event), event.id);
  }
}

/** "1979 to 30 April 2026". */
export function coverage(ask: Ask): string {
  const { from, to } = ask.engine.timeline.card.coverage;
  return `${from.slice(0, 4)} to ${formatEdtf(to)}`;
}

function phrase(constraints: readonly Constraint[]): string {
  return constraints.map((constraint) => constraint.text).join(', ');
}

function unread(blocking: readonly Constraint[]): string[] {
  return blocking.filter((constraint) => constraint.type === 'word').map((constraint) => constraint.text);
}

/** Nothing that the question names is of this timeline, or what it names is swamped by words that are not. */
function isForeign(constraints: readonly Constraint[], nearest: readonly Candidate[]): boolean {
  const named = constraints.filter((constraint) => constraint.type === 'mention' && constraint.hard);
  const strange = constraints.filter(
    (constraint) => constraint.type === 'word' && (constraint.word.unknown || constraint.word.ordinary),
  );
  return nearest.length === 0 || (named.length === 0 && strange.length > 0) || strange.length >= 2 * (named.length + 1);
}

function outsideCoverage(constraints: readonly Constraint[], ask: Ask): boolean {
  const { from, to } = ask.engine.timeline.card.coverage;
  return constraints.some(
    (constraint) =>
      constraint.type === 'date' && constraint.date.spans.some((span) => span.first > to || span.last < from),
  );
}
