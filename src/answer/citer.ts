import type { Source, TimelineEvent } from '../record/timeline.ts';
import type { Citation } from './answer.ts';

/** Most sources cited for one statement: enough to check it by, few enough to read. */
const CITED = 2;

/** Numbers the sources of an answer in the order in which its statements cite them. */
export class Citer {
  readonly #numbers = new Map<string, number>();
  readonly citations: Citation[] = [];

  /** The numbers of the sources that support a statement of an event; its date's sources where none is marked for it. */
  supporting(event: TimelineEvent, ...statements: Source['supports']): number[] {
    const marked = event.sources.filter((source) =>
      statements.some((statement) => source.supports.includes(statement)),
    );
    const dated = event.sources.filter((source) => source.supports.includes('date'));
    const chosen = marked.length > 0 ? marked : dated.length > 0 ? dated : event.sources;
    return this.#cite(chosen.slice(0, CITED));
  }

  /** The number of one source of an event's date, for a line of a list. */
  dating(event: TimelineEvent): number[] {
    const source = event.sources.find(({ supports }) => supports.includes('date')) ?? event.sources[0];
    return source ? this.#cite([source]) : [];
  }

  /** The numbers of an event's sources by their keys. */
  keys(event: TimelineEvent, keys: readonly string[]): number[] {
    return this.#cite(event.sources.filter((source) => keys.includes(source.key)).slice(0, CITED));
  }

  #cite(sources: readonly Source[]): number[] {
    return sources.map((source) => {
      const known = this.#numbers.get(source.url);
      if (known !== undefined) return known;
      const n = this.citations.length + 1;
      this.#numbers.set(source.url, n);
      this.citations.push({
        n,
        title: source.title ?? source.description ?? '',
        described: source.title === undefined,
        publisher: source.publisher,
        ...(source.date === undefined ? {} : { date: source.date }),
        url: source.url,
      });
      return n;
    });
  }
}
