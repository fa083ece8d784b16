import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { Answer, Citation, Run, Statement } from '../answer/answer.ts';
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
import { briefWindow, citationsOf, listLength, pageWindow, type Window, within } from './pages.ts';
import { heading, printable } from './parts.ts';
import { listTable } from './table.ts';

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
  /** How many more lines there would be. */
  beyond?: number;
  draw(lines: string[]): KnownBlock[];
}

/**
 * An answer as Block Kit blocks that Slack takes whatever the answer holds: the answer itself as a headline, the rest of
 * the lead, then details and the list as sections, notes and caveats as small print, last the numbered citations with
 * their links. A list that is too long to read at once is shown by its first lines; a page of it is a table.
 * At least one block, at most 20.
 * @param page which page of a long list, counted from 0; absent for its beginning
 */
export function renderBlocks(whole: Answer, page?: number): KnownBlock[] {
  const window = page === undefined ? briefWindow(whole) : pageWindow(whole, page);
  const left = listLength(whole) - window.to;
  const answer = within(whole, window);
  if (page !== undefined) return pageBlocks(answer, window, listLength(whole));
  let spare = 0;
  const { headline, rest } = withHeadline(answer);
  const blocks = partsOf(rest, left).flatMap(({ share, lines, max, draw, beyond = 0 }) => {
    const spoken = lines.filter((line) => line.trim() !== '');
    const { shown, more, used } = capList(spoken, max, share + spare);
    spare += share - used;
    return draw(more + beyond === 0 ? shown : [...shown, `… and ${more + beyond} more`]);
  });
  if (headline !== undefined) return [heading(headline), ...blocks];
  return blocks.length > 0 ? blocks : sections(['The record holds nothing to say here.']);
}

/** A page of a list: what it is a list of, the table, and which lines these are. */
function pageBlocks(answer: Answer, { from, to }: Window, length: number): KnownBlock[] {
  const leads = orderedStatements(answer).filter(({ role }) => role === 'lead');
  const items = answer.statements.filter(({ role }) => role === 'item');
  const { shown } = capList(
    leads.map((lead) => mrkdwnLine(lead, SHARES.lead)),
    LINES,
    SHARES.lead,
  );
  const citations = citationsOf(answer, leads).map(citationEntry);
  return [
    ...sections(shown),
    listTable(items, answer),
    ...context(
      [`${from + 1} to ${to} of ${length}`, ...capList(citations, CITATIONS, SHARES.citations).shown],
      '  ·  ',
    ),
  ];
}

/** Longest answer that stands as a headline. */
const HEADLINE = 60;

/**
 * The answer itself, where the lead begins with it, to be read at a glance; and the answer with what is left of its lead.
 * "**8 January 2020**: Iran fires missiles." becomes the headline "8 January 2020" and "Iran fires missiles."
 */
function withHeadline(answer: Answer): { headline?: string; rest: Answer } {
  const lead = answer.statements.find(({ role }) => role === 'lead');
  const [first, next, ...others] = lead?.runs ?? [];
  const stands = answer.status === 'answered' && first?.strong === true && first.text.trim().length > 0;
  if (!lead || !first || !next || next.strong || !stands || first.text.length > HEADLINE) return { rest: answer };
  const begins = next.text.replace(/^[\s,:;.]+/, '');
  if (begins === '') return { rest: answer };
  const left = { ...lead, runs: [{ ...next, text: sentenceCase(begins) }, ...others] };
  const statements = answer.statements.map((statement) => (statement === lead ? left : statement));
  return { headline: printable(first.text), rest: { ...answer, statements } };
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function partsOf(answer: Answer, left: number): Part[] {
  const statements = orderedStatements(answer);
  const lines = (roles: Statement['role'][], share: number) =>
    statements.filter((statement) => roles.includes(statement.role)).map((statement) => mrkdwnLine(statement, share));
  const nearest = nearestEvents(answer).map((event) => `• ${plainLine(eventLine(event), SHARES.body)}`);
  const body = [...lines(['item', 'detail'], SHARES.body), ...headed('Nearest in the record', nearest)];
  const remarks = [...answer.caveats, notUnderstoodLine(answer)].map((text) => plainLine(text, SHARES.small));
  const small = [...lines(['note'], SHARES.small), ...remarks];
  return [
    { share: SHARES.lead, lines: lines(['lead'], SHARES.lead), max: LINES, draw: sections },
    { share: SHARES.body, lines: body, max: LINES, beyond: left, draw: sections },
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
