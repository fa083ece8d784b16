import type { Statement } from '../answer/answer.ts';
import type { Digest, DigestSection } from '../digest/digest.ts';
import { citationMarks, statementText } from './lines.ts';
import { citationLine } from './plain-text.ts';

/**
 * A whole digest as plain text: its title with notes, its sections with their lines ("• …", what belongs to one below it) and the
 * numbers of their citations, then caveats and the citations in one line.
 */
export function renderDigestText(digest: Digest): string {
  const parts = [
    [digest.title, ...digest.notes],
    ...digest.sections.map(sectionLines),
    digest.caveats,
    [citationLine(digest)],
  ];
  return parts
    .map((lines) => lines.filter((each) => each.trim() !== '').join('\n'))
    .filter((part) => part !== '')
    .join('\n\n');
}

function sectionLines({ heading, lines, note = '' }: DigestSection): string[] {
  return [heading, ...lines.map((line) => `${lineStart(line)}${statementText(line)}${citationMarks(line)}`), note];
}

/** What belongs to the line above it is set off. */
function lineStart({ role }: Statement): string {
  return role === 'item' ? '• ' : role === 'detail' ? '   ' : '';
}
