import type { Answer, Statement } from '../answer/answer.ts';

/** Up to so many lines a list is shown whole; of a longer one, the first `BRIEF`. */
const WHOLE = 10;
const BRIEF = 8;
/** Lines on one page of a long list. */
export const PAGE = 25;

const isItem = ({ role }: Statement) => role === 'item';

/** How many lines the list of an answer has. */
export function listLength(answer: Answer): number {
  return answer.statements.filter(isItem).length;
}

/** Whether an answer's list is longer than a message shows at first. */
export function isLong(answer: Answer): boolean {
  return listLength(answer) > WHOLE;
}

/** How many pages the list of an answer fills. */
export function pageCount(answer: Answer): number {
  return Math.ceil(listLength(answer) / PAGE);
}

/** What is shown of a list: which of its lines, counted from 0, the last one not included. */
export interface Window {
  from: number;
  to: number;
}

/** The lines that are shown at first. */
export function briefWindow(answer: Answer): Window {
  return { from: 0, to: isLong(answer) ? BRIEF : listLength(answer) };
}

/** The lines of a page, counted from 0; one past the last is the last. */
export function pageWindow(answer: Answer, page: number): Window {
  const from = Math.max(0, Math.min(page, pageCount(answer) - 1)) * PAGE;
  return { from, to: Math.min(from + PAGE, listLength(answer)) };
}

/** The answer with those lines of its list alone, and the citations of what is left. */
export function within(answer: Answer, { from, to }: Window): Answer {
  if (from === 0 && to >= listLength(answer)) return answer;
  let line = 0;
  const statements = answer.statements.filter((statement) => {
    if (!isItem(statement)) return true;
    const at = line++;
    return at >= from && at < to;
  });
  return { ...answer, statements, citations: citationsOf(answer, statements) };
}

/** The citations of an answer on which some of its statements rest. */
export function citationsOf(answer: Answer, statements: readonly Statement[]): Answer['citations'] {
  const cited = new Set(statements.flatMap(({ cites }) => cites));
  return answer.citations.filter(({ n }) => cited.has(n));
}
