import type { Answer, Citation, EventReference, Statement } from '../answer/answer.ts';
import { EdtfError } from '../record/edtf.ts';
import { formatEdtf } from '../record/format-date.ts';

/** The parts of an answer that every renderer prints, in the order in which a reader meets them. */

/** The statements that have words, those that answer the question first; otherwise in the order they were composed. */
export function orderedStatements(answer: Answer): Statement[] {
  const spoken = answer.statements.filter((statement) => statementText(statement).trim() !== '');
  const isLead = (statement: Statement) => statement.role === 'lead';
  return [...spoken.filter(isLead), ...spoken.filter((statement) => !isLead(statement))];
}

/** The words of a statement, without marks of citation. */
export function statementText(statement: Statement): string {
  return statement.runs.map((run) => run.text).join('');
}

/** " [1][2]", or nothing for a statement that cites no source. */
export function citationMarks(statement: Statement): string {
  return statement.cites.length === 0 ? '' : ` ${statement.cites.map((n) => `[${n}]`).join('')}`;
}

/** The nearest events of a decline, without those that a statement already stands for. */
export function nearestEvents(answer: Answer): EventReference[] {
  const told = new Set(answer.statements.map((statement) => statement.event));
  return answer.nearest.filter((event) => !told.has(event.id));
}

/** "8 January 2020: Iran fires missiles at Ain al-Asad". */
export function eventLine(event: EventReference): string {
  return `${printDate(event.date)}: ${event.title}`;
}

/** The words that could not be read, as one line; empty where all were. */
export function notUnderstoodLine(answer: Answer): string {
  const words = answer.notUnderstood.filter((word) => word.trim() !== '');
  return words.length === 0 ? '' : `Not understood: ${words.map((word) => `“${word}”`).join(', ')}.`;
}

/** ", 8 January 2020", or nothing where the date of the page is not known. */
export function citationDate(citation: Citation): string {
  return citation.date === undefined ? '' : `, ${printDate(citation.date)}`;
}

/** A date for a reader; a string that is no EDTF date is printed as it stands, since an answer must not fail over it. */
export function printDate(edtf: string): string {
  try {
    return formatEdtf(edtf);
  } catch (error) {
    if (error instanceof EdtfError) return edtf;
    throw error;
  }
}
