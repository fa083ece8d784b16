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

/** Longest statement and longest line of small print, in characters before escaping, which can lengthen them fivefold. */
const STATEMENT = 500;
const SMALL_PRINT = 250;
/** Citations that one statement shows. */
const CITES = 10;
/** What the marks of citation and the bullet may add to a line. */
const MARKS = 300;
/** Entries of a list in one message; the rest is counted. */
const ENTRIES = 20;

/**
 * What the parts of a message may weigh. Every part holds at least one of its longest lines, and the citations have a
 * share of their own, so that a long list never crowds out its sources.
 */
const SHARES = {
  lead: LIMITS.messageWeight * 0.27,
  body: LIMITS.messageWeight * 0.29,
  small: LIMITS.messageWeight * 0.15,
  citations: LIMITS.messageWeight * 0.2,
};

/**
 * An answer as Block Kit blocks that Slack takes whatever the answer holds: the lead, then details and the list as
 * sections, notes and caveats as small print, last the numbered citations with their links.
 * At least one block, at most 20.
 */
export function renderBlocks(answer: Answer): KnownBlock[] {
  const statements = orderedStatements(answer);
  const lines = (roles: Statement['role'][], max: number) =>
    statements.filter((statement) => roles.includes(statement.role)).map((statement) => mrkdwnLine(statement, max));
  const nearest = nearestEvents(answer).map((event) => `• ${plainLine(eventLine(event), STATEMENT)}`);
  const remarks = [...answer.caveats, notUnderstoodLine(answer)].map((text) => plainLine(text, SMALL_PRINT));
  const blocks = [
    ...sections(capped(lines(['lead'], STATEMENT), SHARES.lead)),
    ...sections(
      capped([...lines(['item', 'detail'], STATEMENT), ...headed('Nearest in the record', nearest)], SHARES.body),
    ),
    ...context(capped([...lines(['note'], SMALL_PRINT), ...remarks], SHARES.small), '\n'),
    ...context(capped(answer.citations.map(citationEntry), SHARES.citations), '  ·  '),
  ];
  return blocks.length > 0 ? blocks : sections(['The record holds nothing to say here.']);
}

function mrkdwnLine(statement: Statement, max: number): string {
  const bullet = statement.role === 'item' ? '• ' : '';
  const marks = `${citationMarks({ ...statement, cites: statement.cites.slice(0, CITES) })}${statement.cites.length > CITES ? '…' : ''}`;
  let room = max;
  const runs = statement.runs.map(({ text, strong }) => {
    const shown = room > 0 ? truncate(text, room) : '';
    room -= text.length;
    return strong ? bold(shown) : escapeMrkdwn(shown);
  });
  const line = `${bullet}${runs.join('')}${marks}`;
  // Hundreds of short bold runs outgrow any allowance by their asterisks alone: such a line is printed without bold.
  return weight(line) <= max * 5 + MARKS ? line : `${bullet}${plainLine(statementText(statement), max)}${marks}`;
}

function plainLine(text: string, max: number): string {
  return escapeMrkdwn(truncate(text, max));
}

function citationEntry(citation: Citation): string {
  const publisher = link(citation.url, truncate(citation.publisher, 80));
  return `${citation.n} ${publisher}${plainLine(citationDate(citation), 60)}`;
}

function headed(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [bold(heading), ...lines];
}

/** The spoken lines that fit a share of the message; what does not fit is counted in a last line. */
function capped(lines: string[], share: number): string[] {
  const { shown, more } = capList(
    lines.filter((line) => line.trim() !== ''),
    ENTRIES,
    share,
  );
  return more === 0 ? shown : [...shown, `… and ${more} more`];
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
