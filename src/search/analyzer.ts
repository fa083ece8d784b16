import { words as splitWords, type Word } from '../record/words.ts';
import { type PhraseData, PhraseTable, packPhrases } from './phrase-table.ts';
import { stem } from './stem.ts';

/** What English adds to a record's own vocabulary: forms that no rule gives. */
export interface EnglishForms {
  irregular: ReadonlyMap<string, string>;
  numbers: ReadonlyMap<string, number>;
  ordinals: ReadonlyMap<string, number>;
  misspellings: ReadonlyMap<string, string>;
}

/** A term of a text: the tokens by which an index knows it, from exact to synonym. */
export interface Term {
  /** Index of its first word and of the one after its last. */
  start: number;
  end: number;
  /** The stem of the word as written; a phrase has none of its own. */
  own?: string;
  /** The token of a synonym group or number that it belongs to. */
  group?: string;
}

const MONTHS = new Set(['march', 'may', 'august']);

/**
 * Turns text into tokens, the same way for the record and for a question: folded, irregular forms undone, stemmed,
 * numbers as digits, and words that mean the same joined by a token of their group.
 */
export class Analyzer {
  readonly #english: EnglishForms;
  readonly #groups: PhraseTable<string>;

  /** @param groups the token of the group to which each synonym belongs; `groupSynonyms` makes them */
  constructor(groups: PhraseData<string>, english: EnglishForms) {
    this.#english = english;
    this.#groups = new PhraseTable(groups);
  }

  /** The comparison keys of a phrase: its words folded, made regular and stemmed, articles left out. */
  keys(phrase: string): string[] {
    return splitWords(phrase)
      .filter((word) => !word.article)
      .map((word) => this.key(word.folded));
  }

  /** The comparison key of one folded word. */
  key(folded: string): string {
    const spelled = this.#english.misspellings.get(folded) ?? folded;
    const number = this.#english.numbers.get(spelled);
    if (number !== undefined) return String(number);
    const ordinal = this.#english.ordinals.get(spelled);
    if (ordinal !== undefined) return `#${ordinal}`;
    const base = this.#english.irregular.get(spelled) ?? spelled;
    const stemmed = stem(base);
    // "Marching" is no March.
    return stemmed !== base && MONTHS.has(stemmed) ? base : stemmed;
  }

  /** The terms of a run of words, in order; articles yield none. */
  terms(words: readonly Word[]): Term[] {
    const keys = words.map((word) => (word.article ? undefined : this.key(word.folded)));
    const found: Term[] = [];
    for (let index = 0; index < words.length; index++) {
      const own = keys[index];
      if (own === undefined) continue;
      const match = this.#groups.longestAt(index, words.length, (at) => keys[at]);
      if (match && match.end - index > 1) {
        found.push({ start: index, end: match.end, group: match.values[0]! });
        // The words of the phrase stay findable on their own.
        for (let at = index; at < match.end; at++)
          if (keys[at] !== undefined) found.push({ start: at, end: at + 1, own: keys[at]! });
        index = match.end - 1;
        continue;
      }
      const group = match?.values[0];
      found.push({ start: index, end: index + 1, own, ...(group === undefined ? {} : { group }) });
    }
    return found;
  }

  /** Every token of a text, for an index. */
  tokens(text: string): string[] {
    return this.terms(splitWords(text)).flatMap((term) =>
      [term.own, term.group].filter((token) => token !== undefined),
    );
  }
}

/**
 * The token of the group to which each synonym belongs, by the synonym's keys.
 * @param synonyms groups of words and phrases that stand for the same thing
 */
export function groupSynonyms(synonyms: readonly (readonly string[])[], english: EnglishForms): PhraseData<string> {
  const keys = new Analyzer(packPhrases([]), english);
  return packPhrases(
    synonyms.flatMap((group, index) => group.map((phrase) => [keys.keys(phrase), `=${index}`] as const)),
  );
}
