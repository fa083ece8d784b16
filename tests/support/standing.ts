import type { Dateline } from '../../src/dateline.ts';
import { NOW } from './desk.ts';

const STANDINGS = ['must be met', 'counts', 'in passing', 'ruled out'] as const;

/** How a part of a question counts. */
export type Standing = (typeof STANDINGS)[number];

/**
 * How `ask --explain` says that a part of a question counts; nothing where the part describes no event.
 * @param part the part's words, or `the weapon in “…”`
 */
export function standingOf(dateline: Dateline, question: string, part: string): Standing | undefined {
  const names = [part, `“${part}”`, `the date “${part}”`, `the word “${part}”`];
  const trace = dateline.explain(question, { now: NOW });
  const line = trace.find(
    ({ step, detail }) => STANDINGS.some((known) => known === step) && names.some((name) => detail.startsWith(name)),
  );
  return line?.step as Standing | undefined;
}
