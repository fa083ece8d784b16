import { boundedSpan } from '../question/dates/bounded-span.ts';
import type { Question } from '../question/question.ts';
import { range } from '../question/span.ts';
import { clockOf, type TimelineEvent } from '../record/timeline.ts';
import type { Candidate } from './candidates.ts';
import { newQuestionColumns, type QuestionColumns } from './columns.ts';
import { asAside, type Constraint, constraintsOf } from './constraint.ts';
import { decide, fittingEvents, type Scope, type Verdict } from './decide.ts';
import type { Engine } from './engine.ts';
import { type Finding, findCandidates } from './find.ts';
import { intentOf, PICKING_INTENTS } from './intents.ts';

/** One question put to one timeline: what every composer works from. */
export interface Ask {
  engine: Engine;
  question: Question;
  /** The day of asking. */
  today: Temporal.PlainDate;
  /** The event that an earlier question of the thread was about, where this one leans on it. */
  subject?: TimelineEvent;
  /** What was worked out for the question already and several composers want. It goes when the question goes. */
  workings: Workings;
}

interface Workings {
  /** The constraints of the whole question. */
  description?: readonly Constraint[];
  /** Findings by the very constraints that they came of. */
  findings: Map<readonly Constraint[], Finding>;
  columns: QuestionColumns;
}

/** Makes a question ready to be resolved, in whole or in parts. */
export function createAsk(engine: Engine, question: Question, today: Temporal.PlainDate, subject?: TimelineEvent): Ask {
  const workings: Workings = { findings: new Map(), columns: newQuestionColumns() };
  return { engine, question: withYears(engine, question), today, ...(subject ? { subject } : {}), workings };
}

/** "Since October 7" names no year: where just one event of the record began on such a day, that is the day meant. */
function withYears(engine: Engine, question: Question): Question {
  if (!question.dates.some((date) => date.open?.day !== undefined && date.operator !== 'in')) return question;
  const dates = question.dates.map((date) => {
    const { open, operator } = date;
    if (open?.day === undefined || operator === 'in') return date;
    const ending = `-${String(open.month).padStart(2, '0')}-${String(open.day).padStart(2, '0')}`;
    const days = [
      ...new Set(engine.timeline.events.map((event) => event.when.first).filter((day) => day.endsWith(ending))),
    ];
    const [day] = days;
    if (day === undefined || days.length > 1) return date;
    const { open: _open, ...bound } = date;
    return { ...bound, spans: [boundedSpan({ first: day, last: day }, operator)] };
  });
  return { ...question, dates };
}

/** The constraints of the whole question. */
export function describe(ask: Ask): readonly Constraint[] {
  ask.workings.description ??= describePart(ask, 0, ask.question.words.length);
  return ask.workings.description;
}

/** The constraints of the words from one index up to another. */
export function describePart(ask: Ask, from: number, to: number): readonly Constraint[] {
  const { question } = ask;
  const used = question.intent?.used ?? new Set<number>();
  // "Which militia" asks for an actor; it does not describe one. Nor does "how many days passed" tell of a vote.
  const ofTime = question.intent?.intent === 'interval';
  const asked = new Set(
    question.mentions
      .filter(
        (mention) =>
          range(mention.start, mention.end).every((index) => used.has(index)) &&
          (ofTime ||
            question.intent?.attributes.clock !== undefined ||
            mention.meanings.every((meaning) => meaning.type === 'actor' || meaning.type === 'place-kind')),
      )
      .map((mention) => mention.start),
  );
  const constraints = constraintsOf(question, { from, to, asked });
  // "Washington's date, not Baghdad's" rules out a clock, not a place.
  return question.intent?.attributes.clock === undefined
    ? constraints
    : constraints.filter((constraint) => constraint.negation === undefined);
}

/** Ranks the timeline's events against constraints. */
export function find(ask: Ask, constraints: readonly Constraint[]): Finding {
  const { findings } = ask.workings;
  const known = findings.get(constraints);
  if (known) return known;
  const finding = rank(ask, constraints, PICKING_INTENTS.has(intentOf(ask.question)));
  findings.set(constraints, finding);
  return finding;
}

function rank(ask: Ask, constraints: readonly Constraint[], picking: boolean): Finding {
  return findCandidates(constraints, ask.engine.facts, ask.engine.columns, ask.workings.columns, picking);
}

/** What a description comes to, with the finding behind it. */
export interface Resolution {
  constraints: readonly Constraint[];
  finding: Finding;
  verdict: Verdict;
}

/** Resolves a description; the thread's event stands where the description is empty. */
export function resolve(ask: Ask, constraints: readonly Constraint[]): Resolution {
  const finding = find(ask, constraints);
  const subject = ask.subject && ask.engine.factsById.get(ask.subject.id);
  if (subject) {
    const event: Candidate = { facts: subject, degrees: [], score: 1, possible: true, full: true };
    return { constraints, finding, verdict: { outcome: 'one', event, next: undefined } };
  }
  const scope: Scope = constraints === describe(ask) ? 'whole' : 'part';
  const verdict = decide(finding, scope);
  const whole = { constraints, finding, verdict };
  const looser = withoutClause(ask, constraints);
  if (!looser) return whole;
  const second = find(ask, looser);
  const again = decide(second, scope);
  if (again.outcome !== 'one' || (scope === 'part' && again.event.score < SURE_ENOUGH)) return whole;
  const main = { constraints: looser, finding: second, verdict: again };
  // "Rockets fell an hour after Miller announced the cut": what the clause alone describes is no answer to the rest.
  if (
    verdict.outcome === 'one' &&
    verdict.event.facts !== again.event.facts &&
    isOfClause(ask, constraints, looser, verdict.event)
  )
    return main;
  // What the whole question describes better than the main clause's event is not to be passed over for it.
  const top = finding.candidates.at(0);
  const found = finding.candidates.of(again.event.facts);
  if (verdict.outcome !== 'one') return (top?.score ?? 0) - (found?.score ?? 0) <= NEARLY ? main : whole;
  // Both describe one event: the main clause decides where its own event fits it much better than the other does.
  const other = second.candidates.of(verdict.event.facts);
  return again.event.score - (other?.score ?? 0) >= MUCH_BETTER ? main : whole;
}

/** Whether an event is the one that the clause of a description describes by itself. */
function isOfClause(
  ask: Ask,
  constraints: readonly Constraint[],
  looser: readonly Constraint[],
  event: Candidate,
): boolean {
  const clause = constraints.filter((constraint, index) => constraint !== looser[index]);
  if (clause.length < 2) return false;
  const top = find(ask, clause).candidates.at(0);
  return top !== undefined && top.facts === event.facts && top.score >= SURE_ENOUGH;
}

/** How much less than the best an event may fit the whole question to be its answer by the main clause. */
const NEARLY = 0.03;

/** By how much an event must fit the main clause better to be preferred to the one that fits the whole. */
const MUCH_BETTER = 0.1;

/** Score from which an event found without a clause of a part of the question is taken for what the part means. */
const SURE_ENOUGH = 0.75;

/** Words that begin a clause on another event, by which the one asked for is placed in time. */
export const CLAUSE_WORDS = new Set(['after', 'since', 'before', 'once', 'following', 'until', 'as', 'when', 'while']);

/** The same description with what follows an "after" or a "since" as an aside; nothing where there is no such clause. */
function withoutClause(ask: Ask, constraints: readonly Constraint[]): Constraint[] | undefined {
  const { words, text, intent } = ask.question;
  const at = words.findIndex((word, index) => index > 0 && CLAUSE_WORDS.has(word.folded) && !intent?.used.has(index));
  if (at === -1) return undefined;
  const end = words.findIndex(
    (word, index) => index > at && /[,;:]/.test(text.slice(words[index - 1]!.end, word.start)),
  );
  const inClause = (constraint: Constraint) =>
    constraint.start > at && (end === -1 || constraint.start < end) && constraint.type !== 'date';
  const looser = constraints.map((constraint) => (inClause(constraint) ? asAside(constraint) : constraint));
  return looser.some((constraint) => constraint.hard) ? looser : undefined;
}

/** The events of a description that meet it fully, in order of date. */
export function listOf(ask: Ask, constraints: readonly Constraint[]): TimelineEvent[] {
  const events = fittingEvents(find(ask, constraints)).map((candidate) => candidate.facts.event);
  return inOrder(events);
}

/** The events of a description that are of the kind that it names, not only speak of it, in order of date. */
export function listOfKind(ask: Ask, constraints: readonly Constraint[]): TimelineEvent[] {
  return inOrder(fittingEvents(rank(ask, constraints, true)).map((candidate) => candidate.facts.event));
}

/** Events in order of their first day, then as the timeline holds them. */
export function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  return [...events].sort((a, b) =>
    a.when.first < b.when.first ? -1 : a.when.first > b.when.first ? 1 : clockOf(a) < clockOf(b) ? -1 : 1,
  );
}
