/** A phrase found in a run of words: where it ends and what it stands for. */
export interface PhraseMatch<T> {
  /** Index after its last word. */
  end: number;
  values: readonly T[];
}

interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
}

/** A table of phrases, each a sequence of word keys, searched by longest match (a trie). */
export class PhraseTable<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };
  readonly #words = new Set<string>();

  /** Adds a phrase; an empty one is ignored. */
  add(keys: readonly string[], value: T): void {
    if (keys.length === 0) return;
    let node = this.#root;
    for (const key of keys) {
      this.#words.add(key);
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map(), values: [] };
        node.next.set(key, next);
      }
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** Whether a key stands in any phrase. */
  hasWord(key: string): boolean {
    return this.#words.has(key);
  }

  words(): Iterable<string> {
    return this.#words;
  }

  /**
   * The longest phrase that starts at a word.
   * @param keyAt the key of each word; nothing where the word may be skipped inside a phrase (an article)
   */
  longestAt(start: number, length: number, keyAt: (index: number) => string | undefined): PhraseMatch<T> | undefined {
    let node = this.#root;
    let best: PhraseMatch<T> | undefined;
    for (let index = start; index < length; index++) {
      const key = keyAt(index);
      if (key === undefined) continue;
      const next = node.next.get(key);
      if (!next) break;
      node = next;
      if (node.values.length > 0) best = { end: index + 1, values: node.values };
    }
    return best;
  }
}
