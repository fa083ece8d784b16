import type { Word } from '../record/words.ts';
import { allowedEdits, consonantSkeleton, editDistance, leastEdits, letterBits } from '../search/edit-distance.ts';

/** A word that was read as another. */
export interface Correction {
  /** Index of the word in the question. */
  index: number;
  from: string;
  to: string;
}

/**
 * The words with common slips undone, as dates and phrasings must read them ("apirl" is April); names stay as they are.
 * @param slips the word that was meant, by the folded word as it is mistyped
 */
export function undoSlips(
  words: readonly Word[],
  slips: ReadonlyMap<string, string>,
  isName: (folded: string) => boolean,
): Word[] {
  return words.map((word, index) => {
    const meant = isName(word.folded) ? undefined : slips.get(word.folded);
    // The "u" of "U123" is part of a code, not "you".
    const inCode = words[index + 1]?.start === word.end;
    return meant === undefined || inCode || meant.includes(' ') ? word : { ...word, folded: meant };
  });
}

/** Where a known word comes from: names are corrected to before common words. */
const WORD_RANKS = ['name', 'record', 'english'] as const;
export type WordRank = (typeof WORD_RANKS)[number];

/** Every folded word that is spelled right, by where it comes from, the words of each rank one a line. */
export type KnownWords = Readonly<Record<WordRank, string>>;

const NAME = WORD_RANKS.indexOf('name');
/** Shortest skeleton by which two spellings of a name are told to be one. */
const SKELETON_CONSONANTS = 4;

/**
 * Corrects words that stand in no table, by edits bounded by their length and, for names, by their consonants. Digits,
 * known words and words under five letters are never touched; a tie between two names corrects nothing.
 */
export class Spelling {
  readonly #words: KnownWords;
  #known: ReadonlySet<string> | undefined;
  #near: NearWords | undefined;

  constructor(words: KnownWords) {
    this.#words = words;
  }

  knows(folded: string): boolean {
    this.#known ??= new Set(WORD_RANKS.flatMap((rank) => this.#words[rank].split('\n')));
    return folded !== '' && this.#known.has(folded);
  }

  /** The words with unknown ones corrected, and what was corrected. */
  correct(words: readonly Word[], isKnown: (folded: string) => boolean): { words: Word[]; corrections: Correction[] } {
    const corrections: Correction[] = [];
    const corrected = words.map((word, index) => {
      if (word.folded.length < 5 || /\d/.test(word.folded) || isKnown(word.folded) || this.knows(word.folded))
        return word;
      const to = this.#nearest(word.folded);
      if (to === undefined) return word;
      corrections.push({ index, from: word.folded, to });
      return { ...word, folded: to };
    });
    return { words: corrected, corrections };
  }

  #nearest(folded: string): string | undefined {
    // Most questions are spelled right: the tables are made for the first that is not.
    this.#near ??= nearWords(this.#words);
    const { byLength, bySkeleton } = this.#near;
    const limit = allowedEdits(folded.length);
    let best: { word: string; distance: number; rank: number } | undefined;
    let tie = false;
    const letters = letterBits(folded);
    for (let length = folded.length - limit; length <= folded.length + limit; length++) {
      for (const { word, letters: others, rank } of byLength.get(length) ?? []) {
        const reach = best ? Math.min(limit, best.distance) : limit;
        if (leastEdits(letters, others) > reach) continue;
        const distance = editDistance(folded, word, reach);
        if (distance > limit) continue;
        if (best && (distance > best.distance || (distance === best.distance && rank > best.rank))) continue;
        const level = best !== undefined && distance === best.distance && rank === best.rank;
        tie = level && (tie || !sameName(best!.word, word));
        best = { word, distance, rank };
      }
    }
    if (best) return tie && best.rank === NAME ? undefined : best.word;
    const alike = bySkeleton.get(consonantSkeleton(folded)) ?? [];
    return alike.length > 0 && alike.every((word) => sameName(word, alike[0]!)) ? alike[0] : undefined;
  }
}

/** Known words in the tables by which the nearest one is looked for. */
interface NearWords {
  byLength: ReadonlyMap<number, readonly { word: string; letters: number; rank: number }[]>;
  /** Names by their consonants. */
  bySkeleton: ReadonlyMap<string, readonly string[]>;
}

function nearWords(words: KnownWords): NearWords {
  const byLength = new Map<number, { word: string; letters: number; rank: number }[]>();
  const bySkeleton = new Map<string, string[]>();
  for (const [rank, name] of WORD_RANKS.entries()) {
    for (const word of words[name].split('\n')) {
      if (word.length < 4 || /\d/.test(word)) continue;
      append(byLength, word.length, { word, letters: letterBits(word), rank });
      const skeleton = rank === NAME ? consonantSkeleton(word) : '';
      if (skeleton.length >= SKELETON_CONSONANTS) append(bySkeleton, skeleton, word);
    }
  }
  return { byLength, bySkeleton };
}

/** Two spellings of one transliterated name, between which a correction need not choose. */
function sameName(a: string, b: string): boolean {
  return consonantSkeleton(a) === consonantSkeleton(b);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
