import type { Part, Phrasing } from './phrasing.ts';

/** What holds a phrasing. */
interface Phrased {
  phrasing: Phrasing;
}

/** A list of phrasings by the words that they cannot do without, so that a question tries only those that may fit it. */
export class PhrasingIndex<T extends Phrased> {
  readonly #entries: readonly { item: T; needs: readonly (readonly string[])[] }[];
  /** The entries by each word of the part of theirs that has the fewest. */
  readonly #byWord = new Map<string, number[]>();

  /** @param items in the order in which they are tried */
  constructor(items: readonly T[]) {
    this.#entries = items.map((item) => ({ item, needs: item.phrasing.parts.flatMap(needed) }));
    this.#entries.forEach(({ needs }, index) => {
      for (const word of needs.toSorted((a, b) => a.length - b.length)[0] ?? []) {
        const known = this.#byWord.get(word);
        if (known) known.push(index);
        else this.#byWord.set(word, [index]);
      }
    });
  }

  /** Those that find a word in a question for each that they need, in their order. */
  mayFit(folded: ReadonlySet<string>): T[] {
    const found = new Set<number>();
    for (const word of folded) for (const index of this.#byWord.get(word) ?? []) found.add(index);
    return [...found]
      .sort((a, b) => a - b)
      .map((index) => this.#entries[index]!)
      .filter(({ needs }) => needs.every((words) => words.some((word) => folded.has(word))))
      .map(({ item }) => item);
  }
}

function needed(part: Part): (readonly string[])[] {
  return part.type === 'word' && !part.optional ? [part.words] : [];
}
