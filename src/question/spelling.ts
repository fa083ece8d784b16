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
  return words.map((word) => {
    const meant = isName(word.folded) ? undefined : slips.get(word.folded);
    return meant === undefined ? word : { ...word, folded: meant };
  });
}

/** Where a known word comes from: names are corrected to before common words. */
export type WordRank = 'name' | 'record' | 'english';

const RANKS: Record<WordRank, number> = { name: 0, record: 1, english: 2 };
/** Shortest skeleton by which two spellings of a name are told to be one. */
const SKELETON_CONSONANTS = 4;

/**
 * Corrects words that stand in no table, by edits bounded by their length and, for names, by their consonants. Digits,
 * known words and words under five letters are never touched; a tie between two names corrects nothing.
 */
export class Spelling {
  readonly #known: ReadonlyMap<string, WordRank>;
  readonly #byLength = new Map<number, { word: string; letters: number; rank: number }[]>();
  readonly #bySkeleton = new Map<string, string[]>();

  /** @param known every folded word that is spelled right */
  constructor(known: ReadonlyMap<string, WordRank>) {
    this.#known = known;
    for (const [word, rank] of known) {
      if (word.length < 4 || /\d/.test(word)) continue;
      append(this.#byLength, word.length, { word, letters: letterBits(word), rank: RANKS[rank] });
      const skeleton = rank === 'name' ? consonantSkeleton(word) : '';
      if (skeleton.length >= SKELETON_CONSONANTS) append(this.#bySkeleton, skeleton, word);
    }
  }

  knows(folded: string): boolean {
    return this.#known.has(folded);
  }

  /** The words with unknown ones corrected, and what was corrected. */
  correct(words: readonly Word[], isKnown: (folded: string) => boolean): { words: Word[]; corrections: Correction[] } {
    const corrections: Correction[] = [];
    const corrected = words.map((word, index) => {
      if (word.folded.length < 5 || /\d/.test(word.folded) || this.#known.has(word.folded) || isKnown(word.folded))
        return word;
      const to = this.#nearest(word.folded);
      if (to === undefined) return word;
      corrections.push({ index, from: word.folded, to });
      return { ...word, folded: to };
    });
    return { words: corrected, corrections };
  }

  #nearest(folded: string): string | undefined {
    const limit = allowedEdits(folded.length);
    let best: { word: string; distance: number; rank: number } | undefined;
    let tie = false;
    const letters = letterBits(folded);
    for (let length = folded.length - limit; length <= folded.length + limit; length++) {
      for (const { word, letters: others, rank } of this.#byLength.get(length) ?? []) {
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
    if (best) return tie && best.rank === RANKS.name ? undefined : best.word;
    const alike = this.#bySkeleton.get(consonantSkeleton(folded)) ?? [];
    return alike.length > 0 && alike.every((word) => sameName(word, alike[0]!)) ? alike[0] : undefined;
  }
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
