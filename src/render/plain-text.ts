import type { Answer } from '../answer/answer.ts';
import {
  citationDate,
  citationMarks,
  eventLine,
  nearestEvents,
  notUnderstoodLine,
  orderedStatements,
  statementText,
} from './lines.ts';

/**
 * The whole answer as plain text: the lead, the items of a list ("• …"), details and notes with the numbers of their
 * citations in brackets, the nearest events of a decline, caveats, and the citations in one line.
 */
export function renderPlainText(answer: Answer): string {
  const statements = orderedStatements(answer).map((statement) => {
    const bullet = statement.role === 'item' ? '• ' : '';
    return `${bullet}${statementText(statement)}${citationMarks(statement)}`;
  });
  const nearest = nearestEvents(answer).map((event) => `• ${eventLine(event)}`);
  const lines = [
    ...statements,
    ...(nearest.length > 0 ? ['Nearest in the record:', ...nearest] : []),
    ...answer.caveats,
    notUnderstoodLine(answer),
    citationLine(answer),
  ];
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** "1 AFP, 8 January 2020 · 2 Pentagon, 24 January 2020"; empty where nothing is cited. */
export function citationLine(answer: Pick<Answer, 'citations'>): string {
  return answer.citations.map((citation) => `${citation.n} ${citation.publisher}${citationDate(citation)}`).join(' · ');
}
