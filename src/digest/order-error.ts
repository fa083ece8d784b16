import type { ScheduleProblemCode } from '../calendar/schedule-error.ts';

/** What is wrong with an order, for a program; the problem says it for a person. */
export type OrderProblemCode =
  | ScheduleProblemCode
  | 'empty'
  | 'too-long'
  | 'open-quote'
  | 'no-digest'
  | 'two-digests'
  | 'no-time'
  | 'two-times'
  | 'impossible-time'
  | 'no-zone'
  | 'two-zones'
  | 'ambiguous-zone'
  | 'impossible-day'
  | 'conflicting-days'
  | 'not-in-cron'
  | 'cron-and-days'
  | 'impossible-lead'
  | 'too-many-leads'
  | 'conflicting-leads'
  | 'does-not-apply'
  | 'unknown-key'
  | 'no-value'
  | 'two-values'
  | 'unknown-name'
  | 'ambiguous-name'
  | 'impossible-weight'
  | 'impossible-choice'
  | 'unknown-words'
  | 'unreadable-order';

/** One thing that is wrong with an order: a sentence without its full stop, and what to do about it. */
export interface OrderProblem {
  code: OrderProblemCode;
  /** The words that are wrong, as they were typed; empty where something is missing. */
  typed: string;
  problem: string;
  remedy: string;
}

const SHOWN = 10;

/** Thrown when an order cannot be read; carries every problem that was found, not only the first. */
export class OrderError extends Error {
  override readonly name = 'OrderError';
  readonly problems: readonly OrderProblem[];

  constructor(problems: readonly OrderProblem[], options?: { cause?: unknown }) {
    const lines = problems.slice(0, SHOWN).map(({ problem, remedy }) => `${problem}. ${remedy}.`);
    if (problems.length > SHOWN) lines.push(`… and ${problems.length - SHOWN} more.`);
    super(lines.join('\n'), options);
    this.problems = problems;
  }
}
