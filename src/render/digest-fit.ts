import type { Statement } from '../answer/answer.ts';
import type { Digest } from '../digest/digest.ts';
import { weight } from './limits.ts';
import { bold } from './mrkdwn.ts';
import { citationEntry, mrkdwnLine, plainLine, shownCites } from './mrkdwn-lines.ts';

/** What one line of a digest may weigh. */
const LINE = 1800;
/** Sets off what belongs to the line above it. */
const BELOW = '    ◦ ';
/** What a section weighs besides its lines: its block, and its heading and note without their words. */
const FRAME = 120;
/** Most sections of a message: each is a block of its own. */
const SECTIONS = 30;

/** A section in mrkdwn, with those of its lines that a message has room for. */
export interface FittedSection {
  heading: string;
  lines: string[];
  note: string;
}

/** What of a digest fits a message, and what is left out. */
export interface Fitted {
  sections: FittedSection[];
  /** The citations on which the lines rest that are shown. */
  citations: string[];
  /** How many lines about something are left out. */
  left: number;
}

/**
 * The lines of a digest for which a message has room, in mrkdwn. A line counts with the citations that it brings along, so
 * what is shown is never without its source. Where there is no room for all, the lines of their own come first, then what
 * belongs to them.
 * @param room in the weight of `limits.ts`
 */
export function fitDigest(digest: Digest, room: number): Fitted {
  const entries = new Map(digest.citations.map((citation) => [citation.n, citationEntry(citation)]));
  const cited = new Set<number>();
  const shown = new Map<Statement, string>();
  let spare = room;
  const take = (line: Statement) => {
    const text = line.role === 'detail' ? `${BELOW}${mrkdwnLine(inOneLine(line), LINE)}` : mrkdwnLine(line, LINE);
    const brought = shownCites(line).filter((n) => !cited.has(n));
    const cost = [text, ...brought.map((n) => entries.get(n) ?? '')].reduce((sum, each) => sum + weight(each), 0);
    if (cost > spare) return;
    spare -= cost;
    for (const n of brought) cited.add(n);
    shown.set(line, text);
  };
  const sections = digest.sections.slice(0, SECTIONS).filter(({ heading, note = '' }) => {
    const cost = FRAME + weight(headingLine(heading)) + weight(noteLine(note));
    if (cost > spare) return false;
    spare -= cost;
    return true;
  });
  const lines = sections.flatMap((section) => section.lines);
  for (const line of lines) if (line.role !== 'detail') take(line);
  for (const line of lines) if (line.role === 'detail') take(line);
  const all = digest.sections.flatMap((section) => section.lines);
  return {
    sections: sections.map(({ heading, lines: own, note = '' }) => ({
      heading: headingLine(heading),
      lines: own.flatMap((line) => shown.get(line) ?? []),
      note: noteLine(note),
    })),
    citations: digest.citations.filter(({ n }) => cited.has(n)).flatMap(({ n }) => entries.get(n) ?? []),
    left: all.filter((line) => line.role !== 'detail' && !shown.has(line)).length,
  };
}

/** The entries of a line side by side: there are many lines in a digest. */
function inOneLine(line: Statement): Statement {
  return { ...line, runs: line.runs.map(({ joint: _, ...run }) => run) };
}

function headingLine(heading: string): string {
  return heading.trim() === '' ? '' : bold(heading.slice(0, 150));
}

function noteLine(note: string): string {
  return plainLine(note, LINE);
}
