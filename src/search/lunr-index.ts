import lunr from 'lunr';
import type { Gazetteer } from '../record/gazetteer.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Analyzer } from './analyzer.ts';
import { eventDocument, FIELDS, type Field } from './event-document.ts';
import type { EventIndex, Hit } from './event-index.ts';

const BOOSTS: Record<Field, number> = { title: 4, summary: 2, detail: 1, sources: 0.5 };

/** The default index: lunr in memory, fed with the analyzer's tokens and asked through `query()` alone, so that nothing a person types is query syntax. */
export class LunrIndex implements EventIndex {
  readonly size: number;
  readonly #index: lunr.Index;
  readonly #frequency = new Map<string, number>();

  constructor(events: readonly TimelineEvent[], gazetteer: Gazetteer, analyzer: Analyzer) {
    this.size = events.length;
    const builder = new lunr.Builder();
    // The analyzer has done all that lunr's pipelines would do, and spared the names that they would stem.
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.ref('id');
    for (const field of FIELDS) builder.field(field, { boost: BOOSTS[field] });
    for (const event of events) {
      const document = eventDocument(event, gazetteer);
      const tokens = Object.fromEntries(FIELDS.map((field) => [field, analyzer.tokens(document[field])]));
      for (const token of new Set(Object.values(tokens).flat()))
        this.#frequency.set(token, (this.#frequency.get(token) ?? 0) + 1);
      builder.add({ id: event.id, ...tokens });
    }
    this.#index = builder.build();
  }

  search(tokens: readonly string[]): Hit[] {
    const known = tokens.filter((token) => this.#frequency.has(token));
    if (known.length === 0) return [];
    const results = this.#index.query((query) => {
      for (const token of known) query.term(token, { usePipeline: false });
    });
    return results.map((result) => ({ id: result.ref, score: result.score, matched: matchedFields(result) }));
  }

  frequency(token: string): number {
    return this.#frequency.get(token) ?? 0;
  }

  tokens(): Iterable<string> {
    return this.#frequency.keys();
  }
}

function matchedFields(result: lunr.Index.Result): Map<string, Field> {
  const metadata = result.matchData.metadata as Record<string, Record<string, unknown>>;
  return new Map(
    Object.entries(metadata).map(([token, fields]) => [token, FIELDS.find((field) => field in fields) ?? 'sources']),
  );
}
