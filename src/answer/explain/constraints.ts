import type { TraceStep } from '../answer.ts';
import type { Constraint } from '../constraint.ts';
import type { Finding } from '../find.ts';
import { roleWords } from './words.ts';

/** What an event must meet, what counts for it, what is said in passing, and what rules it out. */
export function constraintSteps({ constraints, weights, penalties }: Finding): TraceStep[] {
  return constraints.map((constraint, column) => ({
    step: standing(constraint),
    detail: `${nameOf(constraint)}${noteOn(constraint)}${cost(constraint, weights[column]!, penalties[column]!)}`,
  }));
}

function standing(constraint: Constraint): string {
  if (constraint.negation !== undefined) return 'ruled out';
  if (constraint.aside) return 'in passing';
  return constraint.hard ? 'must be met' : 'counts';
}

function cost(constraint: Constraint, weight: number, penalty: number): string {
  if (constraint.negation !== undefined) return ', because a “not” stands before it';
  // What no event can meet speaks for none, and against all.
  return weight === 0 && penalty > 0 ? `, costs ${penalty.toFixed(1)}` : `, weight ${weight.toFixed(1)}`;
}

/** A constraint as the trace names it: “Iran” as the one who did it. */
export function nameOf(constraint: Constraint): string {
  const text = `“${constraint.text}”`;
  switch (constraint.type) {
    case 'mention': {
      const role = constraint.mention.meanings.some(({ type }) => type === 'actor' || type === 'person')
        ? roleWords(constraint.role)
        : undefined;
      return role === undefined ? text : `${text} ${role}`;
    }
    case 'weapons':
      return `the weapon in ${text}`;
    case 'toll':
      return constraint.nought ? `no toll (${text})` : `a toll (${text})`;
    case 'figure':
      return `a figure (${text})`;
    case 'date':
      return `the date ${text}`;
    case 'word':
      return `the word ${text}`;
  }
}

/** Why no event can meet a word. */
function noteOn(constraint: Constraint): string {
  if (constraint.type !== 'word') return '';
  const { unknown, ordinary, capital } = constraint.word;
  if (unknown) return capital ? ', written like a name that nobody listed' : ', which no vocabulary knows';
  return ordinary ? ', which no event uses' : '';
}
