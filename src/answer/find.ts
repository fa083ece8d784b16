import { isName, meaningsOf } from '../question/mention.ts';
import { type Candidate, Candidates, FULL, POSSIBLE } from './candidates.ts';
import type { Column } from './column.ts';
import type { Columns, QuestionColumns } from './columns.ts';
import type { Constraint } from './constraint.ts';
import { BY_FIELD, MET } from './degrees.ts';
import type { EventFacts } from './event-facts.ts';

/** The candidates for a description, best first. */
export interface Finding {
  constraints: readonly Constraint[];
  weights: readonly number[];
  /** What it costs a candidate not to meet each constraint at all. */
  penalties: readonly number[];
  candidates: Candidates;
}

/** From this degree on the event is of the kind that was asked for. */
const DEED_DONE = 0.7;
/** Penalties for words that no event can meet, and the most for words that some do. */
const UNKNOWN_PENALTY = 3;
const ORDINARY_PENALTY = 2;
const WORD_PENALTY = 2;
const NUMBER_PENALTY = 2.5;
/** What is left of the penalty for a word that may describe the figure asked for. */
const LENIENCE = 0.4;
/** The most that a common word speaks for an event: a rare word met by chance must not outweigh a name. */
const WORD_WEIGHT = 3.5;
/** The least that the kind of an event speaks: most events are attacks, yet a vote is no answer to a question for one. */
const DEED_WEIGHT = 1.6;
/** The most that having the figure asked for speaks for an event. */
const FIGURE_WEIGHT = 1.2;
/** What it costs to be of another kind. */
const DEED_PENALTY = 2;
/** How much of its weight keeps what was said around the question, not in it. */
const ASIDE = 0.25;

/**
 * Holds every event of a timeline against constraints and ranks those that meet any.
 * @param picking whether events are picked or counted, so that each must be of the kind that is named, not only speak of it
 */
export function findCandidates(
  constraints: readonly Constraint[],
  facts: readonly EventFacts[],
  columns: Columns,
  own: QuestionColumns,
  picking = false,
): Finding {
  const deed = constraints.some(isDeed);
  const attack = constraints.some(namesKind) && constraints.filter(isDeed).every((other) => columns.namesAttack(other));
  const table = constraints.map((constraint) => columns.of(constraint, deed, attack, own));
  const weights = constraints.map((constraint, column) => weightOf(constraint, table[column]!));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const penalties = constraints.map((constraint, column) => penaltyOf(constraint, weights[column]!));
  const met = weightedSum(table, weights, facts.length);
  // Talks kill nobody either: where there must have been no toll, what was done must be of the kind that is named.
  const demanded = constraints.some((constraint) => constraint.type === 'toll' && constraint.nought);
  const limits = constraints.map((constraint) => limitsOf(constraint, picking ? BY_FIELD : DEED_DONE, demanded));
  const excluded = excludedBy(constraints, table);
  const standing = new Uint8Array(facts.length);
  for (let row = 0; row < facts.length; row++)
    if (met[row] !== 0) standing[row] = standingOf(limits, table, excluded, row);
  const candidates = new Candidates({ facts, table, met, total, standing });
  return { constraints, weights, penalties, candidates };
}

function weightedSum(table: readonly Column[], weights: readonly number[], rows: number): Column {
  const sum = new Float64Array(rows);
  table.forEach((column, index) => {
    const weight = weights[index]!;
    for (let row = 0; row < rows; row++) sum[row]! += column[row]! * weight;
  });
  return sum;
}

/** The least degrees of a constraint with which an event may be the answer, and with which it meets the constraint in full. */
interface Limits {
  possible: number;
  full: number;
}

function limitsOf(constraint: Constraint, deedDone: number, demanded: boolean): Limits {
  const done = isDeed(constraint) && !constraint.aside && constraint.negation === undefined ? deedDone : 0;
  const possible = Math.max(constraint.hard ? MET : 0, demanded && done > 0 ? DEED_DONE : 0);
  return { possible, full: Math.max(constraint.hard ? BY_FIELD : 0, done) };
}

/** Whether an event may be the answer, and whether it meets the hard constraints by its fields. */
function standingOf(
  limits: readonly Limits[],
  table: readonly Column[],
  excluded: readonly (readonly Excluded[])[],
  row: number,
): number {
  let standing = FULL;
  for (let column = 0; column < limits.length; column++) {
    const degree = table[column]![row]!;
    const limit = limits[column]!;
    if (degree < limit.possible) return 0;
    if (degree < limit.full) standing = POSSIBLE;
  }
  return isRuledOut(excluded, row) ? 0 : standing;
}

/** The constraints that a candidate does not meet. */
export function unmetBy(candidate: Candidate, finding: Finding): Constraint[] {
  return finding.constraints.filter(
    (constraint, column) => constraint.negation === undefined && (candidate.degrees[column] ?? 1) < MET,
  );
}

/** From this degree on a constraint under a "not" is met; an event that meets all under one is ruled out. */
const NEGATION_MET = 0.5;
/** The same for a plain word: what an event says in passing it is not ("by an ally, not the enemy"). */
const NEGATED_WORD_MET = BY_FIELD;

/** What stands under a "not", and from which degree on an event meets it. */
interface Excluded {
  column: Column;
  met: number;
}

/** For each "not" of the question the columns of what stands under it. */
function excludedBy(constraints: readonly Constraint[], table: readonly Column[]): Excluded[][] {
  const excluded = new Map<Constraint['negation'], Excluded[]>();
  constraints.forEach(({ negation, type }, index) => {
    if (negation === undefined) return;
    const one = { column: table[index]!, met: type === 'word' ? NEGATED_WORD_MET : NEGATION_MET };
    excluded.set(negation, [...(excluded.get(negation) ?? []), one]);
  });
  return [...excluded.values()];
}

function isRuledOut(excluded: readonly (readonly Excluded[])[], row: number): boolean {
  return excluded.some((all) => all.every(({ column, met }) => column[row]! >= met));
}

/** Rarer means heavier, as in any search engine: the log of how few events meet it. */
function weightOf(constraint: Constraint, column: Column): number {
  if (constraint.negation !== undefined) return 0;
  if (constraint.type === 'word' && (constraint.word.unknown || constraint.word.ordinary)) return 0;
  let met = 0;
  for (let row = 0; row < column.length; row++) if (column[row]! > 0) met++;
  const weight = Math.log((column.length + 1) / (met + 0.5)) * (constraint.aside ? ASIDE : 1);
  if (constraint.type === 'word') return Math.min(weight, WORD_WEIGHT);
  if (constraint.type === 'figure') return Math.min(weight, FIGURE_WEIGHT);
  return isDeed(constraint) ? Math.max(weight, DEED_WEIGHT) : weight;
}

/**
 * An unmet name weighs as much as a met one. An unmet word weighs less the more ordinary it is: a rare verb that the
 * record happens not to use says little against an event.
 */
function penaltyOf(constraint: Constraint, weight: number): number {
  // Whether an event has the figure that is asked for ranks it; its lack is told in the answer.
  if (constraint.aside || constraint.negation !== undefined || constraint.type === 'figure') return 0;
  if (constraint.type !== 'word') return isDeed(constraint) ? Math.max(weight, DEED_PENALTY) : weight;
  if (constraint.word.unknown) return UNKNOWN_PENALTY;
  if (constraint.word.ordinary) return ORDINARY_PENALTY;
  const penalty = Math.min(weight, constraint.word.number === undefined ? WORD_PENALTY : NUMBER_PENALTY);
  return constraint.lenient ? penalty * LENIENCE : penalty;
}

/** Whether a constraint names a place, an actor, a person or an event. */
export function isNaming(constraint: Constraint): boolean {
  return constraint.type === 'mention' && isName(constraint.mention);
}

/** A constraint that names a kind of event by a verb or a noun, not only by its weapon. */
export function namesKind(constraint: Constraint): boolean {
  return (
    constraint.type === 'mention' &&
    (meaningsOf(constraint.mention, 'kind').length > 0 || meaningsOf(constraint.mention, 'generic-kind').length > 0)
  );
}

/** A constraint on what was done: a kind of event, a weapon, a toll. */
export function isDeed(constraint: Constraint): boolean {
  if (constraint.type === 'toll' || constraint.type === 'weapons') return true;
  if (constraint.type !== 'mention') return false;
  return meaningsOf(constraint.mention, 'weapon').length > 0 || namesKind(constraint);
}
