import { LineTable, packPlaces, unpackPlaces } from './line-table.ts';

/** A phrase found in a run of words: where it ends and what it stands for. */
export interface PhraseMatch<T> {
  /** Index after its last word. */
  end: number;
  values: readonly T[];
}

/** The phrases of a table as plain data, in a form that costs nothing to read until a phrase is looked for. */
export interface PhraseData<T> {
  /** All that the phrases stand for. */
  values: readonly T[];
  /**
   * By its first word, the phrases that begin with it, one a line, the longest first: the words that follow, with a tab
   * after each, and the places of its values in the list above.
   */
  phrases: Readonly<Record<string, string>>;
  /** The words that begin no phrase but stand in one, one a line. */
  inner: string;
}

const PHRASE_END = '\n';
const WORD_END = '\t';

/** The data of a table from phrases, each a sequence of word keys, and what they stand for; an empty phrase is left out. */
export function packPhrases<T>(entries: Iterable<readonly [keys: readonly string[], value: T]>): PhraseData<T> {
  const places = new Map<T, number>();
  const byFirst = new Map<string, Map<string, { length: number; values: Set<number> }>>();
  const inner = new Set<string>();
  for (const [keys, value] of entries) {
    const [first, ...rest] = keys;
    if (first === undefined) continue;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    const phrases = byFirst.get(first) ?? new Map();
    byFirst.set(first, phrases);
    const line = rest.map((key) => key + WORD_END).join('');
    const phrase = phrases.get(line) ?? { length: rest.length, values: new Set() };
    phrases.set(line, phrase);
    phrase.values.add(place);
    for (const key of rest) inner.add(key);
  }
  const linesOf = (phrases: ReadonlyMap<string, { length: number; values: ReadonlySet<number> }>) =>
    [...phrases]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([line, { values }]) => line + packPlaces(values))
      .join(PHRASE_END);
  return {
    values: [...places.keys()],
    phrases: Object.fromEntries([...byFirst].map(([first, phrases]) => [first, linesOf(phrases)])),
    inner: [...inner].filter((word) => !byFirst.has(word)).join(PHRASE_END),
  };
}

/** A phrase without its first word. */
interface Phrase<T> {
  rest: readonly string[];
  values: readonly T[];
}

/** A table of phrases, each a sequence of word keys, searched by longest match. */
export class PhraseTable<T> {
  /** The phrases by their first word, the longest first. */
  readonly #phrases: LineTable<readonly Phrase<T>[]>;
  readonly #innerLines: string;
  #inner: ReadonlySet<string> | undefined;

  constructor({ values, phrases, inner }: PhraseData<T>) {
    this.#innerLines = inner;
    this.#phrases = new LineTable(phrases, (lines) => lines.split(PHRASE_END).map((line) => readPhrase(line, values)));
  }

  /** Whether a key stands in any phrase. */
  hasWord(key: string): boolean {
    if (this.#phrases.has(key)) return true;
    this.#inner ??= new Set(this.#innerLines.split(PHRASE_END));
    return key !== '' && this.#inner.has(key);
  }

  /** Every key that stands in a phrase. */
  words(): string[] {
    return [...this.#phrases.keys(), ...this.#innerLines.split(PHRASE_END).filter(Boolean)];
  }

  /**
   * The longest phrase that starts at a word.
   * @param keyAt the key of each word; nothing where the word may be skipped inside a phrase (an article)
   */
  longestAt(start: number, length: number, keyAt: (index: number) => string | undefined): PhraseMatch<T> | undefined {
    const first = nextKey(start, length, keyAt);
    if (!first) return undefined;
    for (const { rest, values } of this.#phrases.get(first.key) ?? []) {
      const end = endOf(rest, first.end, length, keyAt);
      if (end !== undefined) return { end, values };
    }
    return undefined;
  }
}

function readPhrase<T>(line: string, values: readonly T[]): Phrase<T> {
  const rest = line.split(WORD_END);
  const places = unpackPlaces(rest.pop()!);
  return { rest, values: places.map((place) => values[place]!) };
}

type KeyAt = (index: number) => string | undefined;

/** The first key from a word on, and the index after its word. */
function nextKey(start: number, length: number, keyAt: KeyAt): { key: string; end: number } | undefined {
  for (let index = start; index < length; index++) {
    const key = keyAt(index);
    if (key !== undefined) return { key, end: index + 1 };
  }
  return undefined;
}

/** The index after the words of a phrase, where they follow one another from a word on. */
function endOf(rest: readonly string[], start: number, length: number, keyAt: KeyAt): number | undefined {
  let end = start;
  for (const key of rest) {
    const next = nextKey(end, length, keyAt);
    if (next?.key !== key) return undefined;
    end = next.end;
  }
  return end;
}
