/**
 * A table whose values are kept as lines of text, so that it costs nothing to load; a line is read when its value is first
 * asked for.
 */
export class LineTable<T> {
  readonly #lines: Readonly<Record<string, string>>;
  readonly #read: (line: string) => T;
  readonly #values = new Map<string, T>();

  constructor(lines: Readonly<Record<string, string>>, read: (line: string) => T) {
    this.#lines = lines;
    this.#read = read;
  }

  /** Whether there is a value for a key. */
  has(key: string): boolean {
    return Object.hasOwn(this.#lines, key);
  }

  /** The value for a key. That there is none is not remembered: such keys are as many as people can type. */
  get(key: string): T | undefined {
    const known = this.#values.get(key);
    if (known !== undefined || !this.has(key)) return known;
    const value = this.#read(this.#lines[key]!);
    this.#values.set(key, value);
    return value;
  }

  keys(): string[] {
    return Object.keys(this.#lines);
  }
}

const BASE = 36;
const PLACE_END = ' ';

/** Places in a list as a short text, which stands in the line of a table. */
export function packPlaces(places: Iterable<number>): string {
  return Array.from(places, (place) => place.toString(BASE)).join(PLACE_END);
}

/** The places that a text of `packPlaces` tells, in their order. */
export function unpackPlaces(text: string): number[] {
  return text === '' ? [] : text.split(PLACE_END).map((place) => Number.parseInt(place, BASE));
}
