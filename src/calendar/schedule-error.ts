/** What is wrong with a schedule, for a program; the problem says it for a person. */
export type ScheduleProblemCode =
  | 'not-five-fields'
  | 'unreadable-cron'
  | 'never-runs'
  | 'more-than-once-a-day'
  | 'zone-is-offset'
  | 'zone-is-abbreviation'
  | 'unknown-zone';

/** One thing that is wrong with a schedule: a sentence without its full stop, and what to do about it. */
export interface ScheduleProblem {
  code: ScheduleProblemCode;
  /** The part that is wrong, as it was typed. */
  typed: string;
  problem: string;
  remedy: string;
}

/** Thrown when a schedule cannot be kept to; carries every problem that was found, not only the first. */
export class ScheduleError extends Error {
  override readonly name = 'ScheduleError';
  readonly problems: readonly ScheduleProblem[];

  constructor(problems: readonly ScheduleProblem[], options?: { cause?: unknown }) {
    super(problems.map(({ problem, remedy }) => `${problem}. ${remedy}.`).join(' '), options);
    this.problems = problems;
  }
}
