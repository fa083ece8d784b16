import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adviseTimeline } from '../../src/record/lint/index.ts';
import { readTimelines } from '../../src/record/load.ts';
import type { Problem } from '../../src/record/problem.ts';

/** The fixture timeline of ferries, which passes lint. */
export const FERRIES = join(import.meta.dirname, '..', 'fixtures', 'ferries');

/** A copy of the fixture timeline that a test may break. */
export class TimelineCopy {
  readonly #base = mkdtempSync(join(tmpdir(), 'dateline-'));
  readonly folder = join(this.#base, 'ferries');

  constructor() {
    cpSync(FERRIES, this.folder, { recursive: true });
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  text(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  /** Replaces the one place where `found` stands; a test that would change nothing fails. */
  replace(file: string, found: string, put: string): void {
    const parts = this.text(file).split(found);
    if (parts.length !== 2)
      throw new Error(`${file} holds ${JSON.stringify(found)} ${parts.length - 1} times, not once`);
    this.write(file, parts.join(put));
  }

  /** Line, from 1, of the one place where a text stands. */
  lineOf(file: string, found: string): number {
    const parts = this.text(file).split(found);
    if (parts.length !== 2)
      throw new Error(`${file} holds ${JSON.stringify(found)} ${parts.length - 1} times, not once`);
    return parts[0]!.split('\n').length;
  }

  /** Every problem of the copy, advice included, but for the warnings that the fixture itself carries. */
  problems(): Problem[] {
    return readTimelines(this.folder)
      .flatMap((reading) => [
        ...reading.problems,
        ...(reading.timeline ? adviseTimeline(reading, reading.timeline, TODAY) : []),
      ])
      .filter(({ rule, file }) => !OWN_WARNINGS.has(rule) || !file.endsWith(ALONE));
  }

  remove(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }
}

/** The one event of the fixture that rests on one page and was not read again. */
const ALONE = '2009-08-21-marigold-ii-runs-aground.yaml';
const OWN_WARNINGS = new Set(['single-source', 'unverified']);

/** Less than a year after the fixture was checked. */
const TODAY = '2027-06-01';

/** A change to one file, and the problem that it must give. */
export interface Defect {
  file: string;
  found: string;
  put: string;
  /** A text that stands once in the broken file, on the line that the problem must name. */
  at: string;
  rule: string;
  field: string;
  message: string;
  remedy: string;
  severity?: Problem['severity'];
}

/** Breaks a copy as a defect says, and gives the problem to expect. */
export function breakWith(copy: TimelineCopy, defect: Defect): Problem {
  const { file, found, put, at, rule, field, message, remedy, severity = 'error' } = defect;
  copy.replace(file, found, put);
  return { severity, rule, file: `ferries/${file}`, line: copy.lineOf(file, at), field, message, remedy };
}
