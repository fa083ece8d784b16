import type { Citation, Run, Statement } from '../answer/answer.ts';
import { truncate, weight } from './limits.ts';
import { citationDate, citationMarks, statementText } from './lines.ts';
import { bold, escapeMrkdwn, link } from './mrkdwn.ts';

/** Citations that one statement shows. */
const CITES = 10;

/** The numbers of the citations that a line shows. */
export function shownCites({ cites }: Statement): number[] {
  return cites.slice(0, CITES);
}

/** A statement as a line of mrkdwn with its marks of citation, shortened where it would weigh more than its share. */
export function mrkdwnLine(statement: Statement, share: number): string {
  const bullet = statement.role === 'item' ? '• ' : '';
  const marks = citationMarks({ ...statement, cites: shownCites(statement) });
  const unmarked = statement.cites.length > CITES ? '…' : '';
  const line = `${bullet}${entriesBelow(statement.runs)}${marks}${unmarked}`;
  // A line that is too heavy is shortened, and loses its bold, whose asterisks may be what makes it heavy.
  return weight(line) <= share ? line : `${bullet}${shortened(statementText(statement), share)}${marks}${unmarked}`;
}

/** Most entries of a line that stand one below the other. */
const ENTRIES = 10;

/** The text of a statement; a label ("Wounded: ") bold, and under it its entries, where they are several. */
function entriesBelow(runs: readonly Run[]): string {
  const joints = runs.filter(({ joint }) => joint).length;
  const below = joints > 0 && joints < ENTRIES;
  return runs
    .map(({ text, strong, label, joint }) => {
      if (label) return below ? `${bold(text.replace(/:\s*$/, ''))}\n◦ ` : bold(text);
      if (joint && below) return '\n◦ ';
      return strong ? bold(text) : escapeMrkdwn(text);
    })
    .join('');
}

/** A text as a line of mrkdwn, shortened where it and a bullet would weigh more than its share. */
export function plainLine(text: string, share: number): string {
  const line = escapeMrkdwn(text);
  return weight(line) <= share - BULLET ? line : shortened(text, share);
}

/** Room for the bullet of a line. */
const BULLET = 10;

/** A text cut so that it fits its share with its marks: escaping lengthens a character fivefold at most. */
function shortened(text: string, share: number): string {
  return escapeMrkdwn(truncate(text, Math.floor(share / 6)));
}

/** "1 AFP, 8 January 2020", with a link to the page. */
export function citationEntry(citation: Citation): string {
  const publisher = link(citation.url, truncate(citation.publisher, 80));
  return `${citation.n} ${publisher}${escapeMrkdwn(truncate(citationDate(citation), 60))}`;
}
