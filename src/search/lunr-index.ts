import lunr from 'lunr';
import type { Gazetteer } from '../record/gazetteer.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Analyzer } from './analyzer.ts';
import { eventDocument, FIELDS, type Field } from './event-document.ts';
import type { EventIndex } from './event-index.ts';

const BOOSTS: Record<Field, number> = { title: 4, summary: 2, detail: 1, wordings: 0.8, sources: 0.5 };

/** lunr's postings, which its types leave out: token, then field, then the references of the documents that hold it. */
type Postings = Record<string, Record<Field, Record<string, unknown>> | undefined>;

/**
 * The default index: lunr in memory, fed with the analyzer's tokens. It is asked through `query()` and its postings alone,
 * so that nothing a person types is query syntax.
 */
export class LunrIndex implements EventIndex {
  readonly size: number;
  readonly #index: lunr.Index;
  readonly #postings: Postings;
  readonly #held = new Map<string, ReadonlyMap<string, Field>>();

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
      builder.add({
        id: event.id,
        ...Object.fromEntries(FIELDS.map((field) => [field, analyzer.tokens(document[field])])),
      });
    }
    this.#index = builder.build();
    this.#postings = (this.#index as unknown as { invertedIndex: Postings }).invertedIndex;
  }

  holding(token: string): ReadonlyMap<string, Field> {
    const known = this.#held.get(token);
    if (known) return known;
    const held = new Map<string, Field>();
    const postings = this.#own(token);
    if (postings) {
      // From the least telling field to the most: the last to be set stays.
      for (const field of [...FIELDS].reverse())
        for (const id of Object.keys(postings[field] ?? {})) held.set(id, field);
      this.#held.set(token, held);
    }
    return held;
  }

  rank(tokens: readonly string[]): ReadonlyMap<string, number> {
    const known = tokens.filter((token) => this.#own(token) !== undefined);
    if (known.length === 0) return new Map();
    const results = this.#index.query((query) => {
      for (const token of known) query.term(token, { usePipeline: false });
    });
    return new Map(results.map((result) => [result.ref, result.score]));
  }

  frequency(token: string): number {
    return this.holding(token).size;
  }

  #own(token: string) {
    return Object.hasOwn(this.#postings, token) ? this.#postings[token] : undefined;
  }
}
