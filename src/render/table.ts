import type { RawTextElement, RichTextBlock, TableBlock } from '@slack/types';
import type { Answer, Citation, Statement } from '../answer/answer.ts';
import { truncate } from './limits.ts';
import { safeAddress } from './mrkdwn.ts';
import { printable } from './parts.ts';

/** Longest text of a cell: all cells of a table together may hold 10,000 characters. */
const CELL = { date: 60, what: 220, source: 60 };

/** The lines of a list as a table: when, what, and the page on which it rests. */
export function listTable(items: readonly Statement[], answer: Answer): TableBlock {
  const sources = new Map(answer.citations.map((citation) => [citation.n, citation]));
  return {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { is_wrapped: true }, { is_wrapped: true }],
    rows: [
      ['Date', 'Event', 'Source'].map((title) => raw(title, CELL.date)),
      ...items.map((item) => {
        const { date, what } = divided(item);
        return [raw(date, CELL.date), raw(what, CELL.what), source(sources.get(item.cites[0] ?? 0))];
      }),
    ],
  };
}

/** A line of a list in its date and what happened then: ": " stands between them. */
function divided({ runs }: Statement): { date: string; what: string } {
  const at = runs.findIndex(({ text }) => text.startsWith(': '));
  const text = (from: number, to?: number) =>
    runs
      .slice(from, to)
      .map((run) => run.text)
      .join('');
  return at < 0 ? { date: '', what: text(0) } : { date: text(0, at), what: text(at).slice(2) };
}

function raw(text: string, max: number): RawTextElement {
  return { type: 'raw_text', text: truncate(printable(text), max) };
}

function source(citation: Citation | undefined): RawTextElement | RichTextBlock {
  const address = citation && safeAddress(citation.url);
  if (!citation || address === undefined) return raw(citation?.publisher ?? '', CELL.source);
  const text = truncate(printable(citation.publisher), CELL.source);
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: address, text }] }],
  };
}
