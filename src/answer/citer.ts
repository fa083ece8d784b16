import type { RankedSource } from '../record/source-strength.ts';
import { STRENGTHS } from '../record/strength.ts';
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
    return this.#cite(strongest(chosen, CITED));
  }

  /** The number of one source of an event's date, for a line of a list. */
  dating(event: TimelineEvent): number[] {
    const dated = event.sources.filter(({ supports }) => supports.includes('date'));
    return this.#cite(strongest(dated.length > 0 ? dated : event.sources, 1));
  }

  /** The numbers of an event's sources by their keys. */
  keys(event: TimelineEvent, keys: readonly string[]): number[] {
    return this.#cite(
      strongest(
        event.sources.filter((source) => keys.includes(source.key)),
        CITED,
      ),
    );
  }

  #cite(sources: readonly RankedSource[]): number[] {
    return sources.map((source) => {
      const known = this.#numbers.get(source.url);
      if (known !== undefined) return known;
      const n = this.citations.length + 1;
      this.#numbers.set(source.url, n);
      this.citations.push({
        n,
        title: source.title ?? source.description ?? '',
        described: source.title === undefined,
        publisher: creditOf(source),
        ...(source.date === undefined ? {} : { date: source.date }),
        url: source.url,
      });
      return n;
    });
  }
}

/** The strongest of some sources; of equal ones those that stand first in the file. */
function strongest(sources: readonly RankedSource[], count: number): RankedSource[] {
  return [...sources]
    .sort((one, other) => STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength))
    .slice(0, count);
}

/** Whose page it is, and whose report where that is another's: "AP, as carried by CTV News". */
export function creditOf({ publisher, carries, cites }: Pick<Source, 'publisher' | 'carries' | 'cites'>): string {
  if (carries !== undefined) return `${carries}, as carried by ${publisher}`;
  return cites === undefined ? publisher : `${publisher}, citing ${cites}`;
}
