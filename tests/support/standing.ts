import type { Dateline } from '../../src/dateline.ts';
import { NOW } from './desk.ts';

const STANDINGS = ['must be met', 'counts', 'in passing', 'ruled out'] as const;

/** How a part of a question counts. */
export type Standing = (typeof STANDINGS)[number];

/** How `ask --explain` says that a part of a question counts; nothing where the part describes no event. */
export function standingOf(dateline: Dateline, question: string, part: string): Standing | undefined {
  const { trace } = dateline.ask(question, { now: NOW });
  const line = trace.find(
    ({ step, detail }) => STANDINGS.some((known) => known === step) && detail.includes(`“${part}”`),
  );
  return line?.step as Standing | undefined;
}
