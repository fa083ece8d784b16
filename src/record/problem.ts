/** One thing that is wrong with a file of the record or of the intents, worded for the person who edits that file. */
export interface Problem {
  severity: 'error' | 'warning';
  /** The kind of defect, e.g. `unknown-place`: stable, so that a tool can filter by it. */
  rule: string;
  file: string;
  /** Line in the file, counted from 1; absent where the file as a whole is meant. */
  line?: number;
  /** Path of the field, e.g. `figures[2].asOf`; empty for the whole file. */
  field: string;
  message: string;
  remedy: string;
}

/** A problem as one line of text: file:line field: what is wrong. Remedy. */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const field = problem.field === '' ? '' : ` ${problem.field}:`;
  return `${problem.severity} ${place}${field} ${problem.message} ${problem.remedy} [${problem.rule}]`;
}

/** Thrown when a record or the intents cannot be loaded; carries every problem that was found, not only the first. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: { cause?: unknown }) {
    const shown = problems.slice(0, 10).map(formatProblem);
    const rest = problems.length > shown.length ? [`… and ${problems.length - shown.length} more`] : [];
    super(['The record cannot be loaded:', ...shown, ...rest].join('\n'), options);
    this.problems = problems;
  }
}
