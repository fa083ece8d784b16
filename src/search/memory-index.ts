import { FIELDS, type Field } from './event-document.ts';
import type { EventIndex } from './event-index.ts';
import { LineTable, packPlaces, unpackPlaces } from './line-table.ts';

/**
 * An inverted index as plain data, made by `invert`. For each token a line with the events whose title holds it, then
 * those whose summary does, and so on by `FIELDS`: their places among the events, with slashes between the fields. An
 * event stands under the most telling of its fields only.
 */
export type Postings = Readonly<Record<string, string>>;

const FIELD_END = '/';

/** The line of a token: the places of the events that hold it, field by field. */
export function postingLine(rows: readonly (readonly number[])[]): string {
  return rows.map(packPlaces).join(FIELD_END);
}

const NOWHERE: ReadonlyMap<string, Field> = new Map();

/** The index in memory. */
export class MemoryIndex implements EventIndex {
  readonly size: number;
  readonly #held: LineTable<ReadonlyMap<string, Field>>;

  /** @param ids the events' ids, in the order in which `invert` had them */
  constructor(ids: readonly string[], postings: Postings) {
    this.size = ids.length;
    this.#held = new LineTable(postings, (line) => {
      const fields = line.split(FIELD_END).map(unpackPlaces);
      return new Map(fields.flatMap((places, at) => places.map((place) => [ids[place]!, FIELDS[at]!] as const)));
    });
  }

  holding(token: string): ReadonlyMap<string, Field> {
    return this.#held.get(token) ?? NOWHERE;
  }

  frequency(token: string): number {
    return this.holding(token).size;
  }
}
