import type { Statement } from '../answer/answer.ts';
import type { Digest } from '../digest/digest.ts';
import { LIMITS, truncate, weight } from './limits.ts';
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
  let spare = room;
  const take = (cost: number): boolean => {
    if (cost > spare) return false;
    spare -= cost;
    return true;
  };
  const takeLine = (placed: PlacedLine) => {
    const brought = shownCites(placed.line).filter((n) => !cited.has(n));
    const text = mrkdwnOf(placed.line);
    if (!take([text, ...brought.map((n) => entries.get(n) ?? '')].reduce((sum, each) => sum + weight(each), 0))) return;
    for (const n of brought) cited.add(n);
    placed.text = text;
  };
  const sections = digest.sections
    .slice(0, SECTIONS)
    .map(({ heading, lines, note = '' }) => ({
      heading: headingLine(heading),
      lines: lines.map((line): PlacedLine => ({ line })),
      note: plainLine(note, LINE),
    }))
    .filter(({ heading, note }) => take(FRAME + weight(heading) + weight(note)));
  const placed = sections.flatMap(({ lines }) => lines);
  for (const each of placed.filter(isOfItsOwn)) takeLine(each);
  for (const each of placed.filter((other) => !isOfItsOwn(other))) takeLine(each);
  const all = digest.sections.flatMap(({ lines }) => lines.map((line) => ({ line }))).filter(isOfItsOwn);
  return {
    sections: sections
      .map((section) => ({ ...section, lines: section.lines.flatMap(({ text }) => text ?? []) }))
      .filter(({ lines }) => lines.length > 0),
    citations: digest.citations.filter(({ n }) => cited.has(n)).flatMap(({ n }) => entries.get(n) ?? []),
    left: all.length - placed.filter((each) => isOfItsOwn(each) && each.text !== undefined).length,
  };
}

/** A line in its place, with its text once it has found room. */
interface PlacedLine {
  line: Statement;
  text?: string;
}

function isOfItsOwn({ line }: PlacedLine): boolean {
  return line.role !== 'detail';
}

function mrkdwnOf(line: Statement): string {
  return line.role === 'detail' ? `${BELOW}${mrkdwnLine(inOneLine(line), LINE)}` : mrkdwnLine(line, LINE);
}

/** The entries of a line side by side: there are many lines in a digest. */
function inOneLine(line: Statement): Statement {
  return { ...line, runs: line.runs.map(({ joint: _, ...run }) => run) };
}

function headingLine(heading: string): string {
  return heading.trim() === '' ? '' : bold(truncate(heading, LIMITS.headerText));
}
