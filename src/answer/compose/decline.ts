import type { DateMention } from '../../question/dates/date-mention.ts';
import { wordsOfDates } from '../../question/dates/find-dates.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer, AnswerKind } from '../answer.ts';
import type { Ask } from '../ask.ts';
import type { Candidate } from '../candidates.ts';
import type { Constraint } from '../constraint.ts';
import { Draft } from '../draft.ts';
import { type Finding, isDeed, isNaming, unmetBy } from '../find.ts';
import { relaxations } from '../nearest.ts';
import { joinWords, plain, strong } from '../wording.ts';
import { coverage, isOutsideCoverage } from './coverage.ts';
import { describeConstraints } from './describe.ts';

/** Most events shown where no single part of the question stands in the way. */
const NEAREST = 3;
/** From this score on an event comes near enough to be shown. */
const NEAR = 0.3;

/** What the record does not support, which part of the question stands in the way, and what comes nearest without it. */
export function composeDecline(ask: Ask, kind: AnswerKind, finding: Finding): Answer {
  const { timeline } = ask.engine;
  const { constraints } = finding;
  const best = finding.candidates.findPossible() ?? finding.candidates.at(0);
  const unmet = best ? unmetBy(best, finding) : constraints;
  const notUnderstood = [
    ...new Set(unmet.flatMap((constraint) => (constraint.type === 'word' ? [constraint.text] : []))),
  ];
  const draft = new Draft();
  if (constraints.length > 0 && constraints.every(({ type }) => type === 'toll' || type === 'figure')) {
    draft.say('lead', [plain('The question does not say which event is meant. Name a person, a place or a date.')], []);
    draft.say('note', [plain(`For example: ${timeline.card.examples[0]}`)], []);
    return draft.finish('declined', kind, timeline.card.name);
  }
  if (isForeign(finding)) {
    draft.say('lead', [plain(`That is outside what I hold: ${timeline.card.subject}, ${coverage(ask)}.`)], []);
    draft.say('note', [plain(`You can ask, for example: ${timeline.card.examples.join(' · ')}`)], []);
    return { ...draft.finish('declined', kind, timeline.card.name), notUnderstood };
  }
  draft.say(
    'lead',
    [plain('The record '), strong('holds no'), plain(` ${describeConstraints(constraints, timeline)}.`)],
    [],
  );
  if (isOutsideCoverage(constraints, ask)) draft.say('note', [plain(`It covers ${coverage(ask)}.`)], []);
  const near: TimelineEvent[] = [];
  for (const { without, candidates } of relaxations(finding)) {
    draft.say('detail', [plain(`Without “${without.text}” it holds:`)], []);
    for (const { facts } of candidates) addEvent(draft, facts.event);
    near.push(...candidates.map(({ facts }) => facts.event));
  }
  if (near.length === 0) {
    const closest = finding.candidates.from(NEAR).slice(0, NEAREST);
    const missing = unmet.filter((constraint) => !constraint.aside).map((constraint) => `“${constraint.text}”`);
    if (missing.length > 0 && closest.length > 0)
      draft.say('detail', [plain(`It does not support ${joinWords(missing)} with the rest. What comes nearest:`)], []);
    for (const { facts } of closest) addEvent(draft, facts.event);
    near.push(...closest.map(({ facts }) => facts.event));
  }
  return { ...draft.near([...new Set(near)]).finish('declined', kind, timeline.card.name), notUnderstood };
}

/** Says that the two events which a question sets side by side could not both be made out. */
export function composeUnclear(ask: Ask, kind: AnswerKind): Answer {
  const { card } = ask.engine.timeline;
  return new Draft()
    .say(
      'lead',
      [
        plain(
          'I could not make out two single events to set side by side. Name each with its place and date, or ask for one at a time.',
        ),
      ],
      [],
    )
    .say('note', [plain(`For example: ${card.examples[0]}`)], [])
    .finish('declined', kind, card.name);
}

/** Says that nothing is held of a day that was counted from an event. */
export function composeEmptyDay(ask: Ask, day: string, anchor: TimelineEvent): Answer {
  const draft = new Draft().near([anchor]);
  draft.say(
    'lead',
    [plain('The record '), strong('holds nothing'), plain(` on ${formatEdtf(day)}, counted from:`)],
    [],
  );
  addEvent(draft, anchor);
  return draft.finish('declined', 'list', ask.engine.timeline.card.name);
}

/** Says that a day which the question names is in no calendar. */
export function composeNoSuchDay({ engine, question }: Ask, date: DateMention): Answer {
  const { text, words, intent } = question;
  const first = Math.min(...wordsOfDates(words, [date]));
  const typed = text.slice(words[first]!.start, words[date.end - 1]!.end);
  return new Draft()
    .say('lead', [plain('There is '), strong('no such day'), plain(` as ${typed}.`)], [])
    .finish('declined', intent?.intent ?? 'list', engine.timeline.card.name);
}

function addEvent(draft: Draft, event: TimelineEvent): void {
  draft.say('item', [strong(formatEdtf(event.date)), plain(`: ${event.title}`)], draft.citer.dating(event), event.id);
}

/** Nothing that the question names is of this timeline, or what it names is swamped by words that are not. */
function isForeign({ constraints, candidates }: Finding): boolean {
  const named = constraints.filter((constraint) => isNaming(constraint) || constraint.type === 'date');
  const strange = constraints.filter(
    (constraint) => constraint.type === 'word' && (constraint.word.unknown || constraint.word.ordinary),
  );
  return (
    (candidates.length === 0 && !constraints.some((constraint) => constraint.type === 'date')) ||
    (named.length === 0 && strange.length > 0) ||
    (!constraints.some((constraint) => isNaming(constraint) || isDeed(constraint)) &&
      unmetWords(candidates.at(0), constraints) > 1) ||
    strange.length >= 2 * (named.length + 1)
  );
}

function unmetWords(best: Candidate | undefined, constraints: readonly Constraint[]): number {
  return constraints.filter((constraint, column) => constraint.type === 'word' && (best?.degrees[column] ?? 0) === 0)
    .length;
}
