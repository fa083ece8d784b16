import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Answer, Citation, Statement } from '../answer/answer.ts';
import { capList, LIMITS, packLines, truncate, weight } from './limits.ts';
import {
  citationDate,
  citationMarks,
  eventLine,
  nearestEvents,
  notUnderstoodLine,
  orderedStatements,
  statementText,
} from './lines.ts';
import { bold, escapeMrkdwn, link } from './mrkdwn.ts';

/** Citations that one statement shows. */
const CITES = 10;
/** Lines of a list in one message, and citations; the rest is counted. */
const LINES = 20;
const CITATIONS = 50;

/**
 * What the parts of a message may weigh, and what one line of them may weigh at most. A part leaves what it does not use to
 * the next; the citations come last, so that a long list never crowds out its sources.
 */
const SHARES = {
  lead: LIMITS.messageWeight * 0.27,
  body: LIMITS.messageWeight * 0.29,
  small: LIMITS.messageWeight * 0.15,
  citations: LIMITS.messageWeight * 0.2,
};

interface Part {
  share: number;
  lines: string[];
  /** Most lines that are shown. */
  max: number;
  draw(lines: string[]): KnownBlock[];
}

/**
 * An answer as Block Kit blocks that Slack takes whatever the answer holds: the lead, then details and the list as
 * sections, notes and caveats as small print, last the numbered citations with their links.
 * At least one block, at most 20.
 */
export function renderBlocks(answer: Answer): KnownBlock[] {
  let spare = 0;
  const blocks = partsOf(answer).flatMap(({ share, lines, max, draw }) => {
    const spoken = lines.filter((line) => line.trim() !== '');
    const { shown, more, used } = capList(spoken, max, share + spare);
    spare += share - used;
    return draw(more === 0 ? shown : [...shown, `… and ${more} more`]);
  });
  return blocks.length > 0 ? blocks : sections(['The record holds nothing to say here.']);
}

function partsOf(answer: Answer): Part[] {
  const statements = orderedStatements(answer);
  const lines = (roles: Statement['role'][], share: number) =>
    statements.filter((statement) => roles.includes(statement.role)).map((statement) => mrkdwnLine(statement, share));
  const nearest = nearestEvents(answer).map((event) => `• ${plainLine(eventLine(event), SHARES.body)}`);
  const body = [...lines(['item', 'detail'], SHARES.body), ...headed('Nearest in the record', nearest)];
  const remarks = [...answer.caveats, notUnderstoodLine(answer)].map((text) => plainLine(text, SHARES.small));
  const small = [...lines(['note'], SHARES.small), ...remarks];
  return [
    { share: SHARES.lead, lines: lines(['lead'], SHARES.lead), max: LINES, draw: sections },
    { share: SHARES.body, lines: body, max: LINES, draw: sections },
    { share: SHARES.small, lines: small, max: LINES, draw: (shown) => context(shown, '\n') },
    {
      share: SHARES.citations,
      lines: answer.citations.map(citationEntry),
      max: CITATIONS,
      draw: (shown) => context(shown, '  ·  '),
    },
  ];
}

function mrkdwnLine(statement: Statement, share: number): string {
  const bullet = statement.role === 'item' ? '• ' : '';
  const marks = citationMarks({ ...statement, cites: statement.cites.slice(0, CITES) });
  const unmarked = statement.cites.length > CITES ? '…' : '';
  const runs = statement.runs.map(({ text, strong }) => (strong ? bold(text) : escapeMrkdwn(text)));
  const line = `${bullet}${runs.join('')}${marks}${unmarked}`;
  // A line that is too heavy is shortened, and loses its bold, whose asterisks may be what makes it heavy.
  return weight(line) <= share ? line : `${bullet}${shortened(statementText(statement), share)}${marks}${unmarked}`;
}

function plainLine(text: string, share: number): string {
  const line = escapeMrkdwn(text);
  return weight(line) <= share - BULLET ? line : shortened(text, share);
}

/** Room for the bullet of a line. */
const BULLET = 10;

/** A text cut so that it fits its share with its marks: escaping lengthens a character fivefold at most. */
function shortened(text: string, share: number): string {
  return escapeMrkdwn(truncate(text, Math.floor(share / 6)));
}

function citationEntry(citation: Citation): string {
  const publisher = link(citation.url, truncate(citation.publisher, 80));
  return `${citation.n} ${publisher}${escapeMrkdwn(truncate(citationDate(citation), 60))}`;
}

function headed(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [bold(heading), ...lines];
}

function sections(lines: string[]): SectionBlock[] {
  return packLines(lines, LIMITS.sectionText).map((text) => ({ type: 'section', text: verbatim(text) }));
}

function context(entries: string[], joint: string): ContextBlock[] {
  if (entries.length === 0) return [];
  const elements = packLines(entries, LIMITS.sectionText, joint).slice(0, LIMITS.contextElements).map(verbatim);
  return [{ type: 'context', elements }];
}

/** `verbatim` keeps Slack from making links and mentions of bare addresses and names. */
function verbatim(text: string) {
  return { type: 'mrkdwn' as const, text, verbatim: true };
}
