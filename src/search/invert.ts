import lunr from 'lunr';
import { FIELDS, type Field } from './event-document.ts';
import { type Postings, postingLine } from './memory-index.ts';

/** lunr's postings, which its types leave out: token, then field, then the references of the documents that hold it. */
type LunrPostings = Record<string, Record<Field, Record<string, unknown>>>;

/** Inverts the tokens of events with lunr: from what each event holds to which events hold what. */
export function invert(events: readonly Readonly<Record<Field, readonly string[]>>[]): Postings {
  const builder = new lunr.Builder();
  // The tokens are as they must be found: lunr's pipeline would stem and drop some.
  builder.pipeline.reset();
  builder.ref('row');
  for (const field of FIELDS) builder.field(field);
  for (const [row, tokens] of events.entries()) builder.add({ row: String(row), ...tokens });
  const { invertedIndex } = builder as unknown as { invertedIndex: LunrPostings };
  return Object.fromEntries(
    Object.entries(invertedIndex).map(([token, fields]) => [token, postingLine(mostTelling(fields))]),
  );
}

/** The rows of the events that hold a token, each under the most telling field that does. */
function mostTelling(fields: LunrPostings[string]): number[][] {
  const seen = new Set<string>();
  return FIELDS.map((field) => {
    const rows = Object.keys(fields[field]).filter((row) => !seen.has(row));
    for (const row of rows) seen.add(row);
    return rows.map(Number);
  });
}
