import { FIELDS, type Field } from './event-document.ts';
import type { EventIndex } from './event-index.ts';

/**
 * An inverted index as plain data, made by `invert`. For each token a line with the events whose title holds it, then
 * those whose summary does, and so on by `FIELDS`: their places among the events in base 36, with spaces between them and
 * slashes between the fields. An event stands under the most telling of its fields only.
 */
export type Postings = Readonly<Record<string, string>>;

const BASE = 36;
const FIELD_END = '/';
const EVENT_END = ' ';

/** The line of a token: the places of the events that hold it, field by field. */
export function postingLine(rows: readonly (readonly number[])[]): string {
  return rows.map((places) => places.map((place) => place.toString(BASE)).join(EVENT_END)).join(FIELD_END);
}

/** The index in memory: the line of a token is read when the token is first asked for. */
export class MemoryIndex implements EventIndex {
  readonly size: number;
  readonly #ids: readonly string[];
  readonly #postings: Postings;
  readonly #held = new Map<string, ReadonlyMap<string, Field>>();

  /** @param ids the events' ids, in the order in which `invert` had them */
  constructor(ids: readonly string[], postings: Postings) {
    this.size = ids.length;
    this.#ids = ids;
    this.#postings = postings;
  }

  holding(token: string): ReadonlyMap<string, Field> {
    const known = this.#held.get(token);
    if (known) return known;
    const held = new Map<string, Field>();
    // Tokens that the record lacks are as many as people can type: only those that it holds are kept.
    if (!Object.hasOwn(this.#postings, token)) return held;
    for (const [at, rows] of this.#postings[token]!.split(FIELD_END).entries()) {
      if (rows === '') continue;
      for (const row of rows.split(EVENT_END)) held.set(this.#ids[Number.parseInt(row, BASE)]!, FIELDS[at]!);
    }
    this.#held.set(token, held);
    return held;
  }

  frequency(token: string): number {
    return this.holding(token).size;
  }
}
