import type { KnownBlock } from '@slack/types';
import type { Answer, Statement } from '../answer/answer.ts';
import { capList, LIMITS } from './limits.ts';
import { eventLine, nearestEvents, notUnderstoodLine, orderedStatements } from './lines.ts';
import { bold } from './mrkdwn.ts';
import { citationEntry, mrkdwnLine, plainLine } from './mrkdwn-lines.ts';
import { context, sections } from './packed-blocks.ts';
import { briefWindow, citationsOf, listLength, pageWindow, type Window, within } from './pages.ts';
import { heading, printable } from './parts.ts';
import { listTable } from './table.ts';

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

function headed(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [bold(heading), ...lines];
}
