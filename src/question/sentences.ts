import type { Word } from '../record/words.ts';
import type { IntentReading } from './intent.ts';

/** The end of a sentence between two words. A colon or a dash joins what it divides. */
const BREAK = /[.?!;]\s|[.?!;]$|\n/;

/** What stands between two words, without the last point of an abbreviation: "U.S. troops". */
function between(text: string, before: Word, word: Word): string {
  const gap = text.slice(before.end, word.start);
  return before.raw.includes('.') && gap.startsWith('.') ? gap.slice(1) : gap;
}

/** Number of the sentence, from 0, in which each word of a text stands. */
export function sentenceNumbers(text: string, words: readonly Word[]): number[] {
  let number = 0;
  return words.map((word, index) => {
    const before = words[index - 1];
    if (before && BREAK.test(between(text, before, word))) number++;
    return number;
  });
}

/** The sentence that asks: the one with a question mark, or where the intent was read; otherwise the last. */
export function askingSentence(
  text: string,
  words: readonly Word[],
  sentences: readonly number[],
  intent: IntentReading | undefined,
): number {
  const marked = words.findIndex((word) => /^[^\p{L}\p{N}]*\?/u.test(text.slice(word.end)));
  if (marked !== -1) return sentences[marked]!;
  const first = intent?.matches[0]?.literals[0];
  return first === undefined ? (sentences.at(-1) ?? 0) : sentences[first]!;
}

/** Words that open a question without being part of it: "and who claimed it", "hi, when was …". */
const OPENERS = new Set(['and', 'so', 'ok', 'okay', 'but', 'hi', 'hello', 'hey', 'pls', 'please', 'also', 'then']);

/** Punctuation that ends a clause. */
const CLAUSE_BREAK = /[.?!;:,–—("“”[]|\s-|->/;

/** Indexes of the words at which a sentence or a clause begins: after punctuation or an opener. */
export function clauseStarts(text: string, words: readonly Word[]): Set<number> {
  const starts = clauseEnds(text, words);
  for (const index of words.keys()) if (index === 0 || OPENERS.has(words[index - 1]!.folded)) starts.add(index);
  return starts;
}

/** Indexes after the words at which a sentence or a clause ends: before punctuation. */
export function clauseEnds(text: string, words: readonly Word[]): Set<number> {
  return new Set(
    words.flatMap((word, index) => {
      const before = words[index - 1];
      return before && CLAUSE_BREAK.test(between(text, before, word)) ? [index] : [];
    }),
  );
}

/** Index after the last word that is no courtesy: "date of the Taji attack pls, thanks" ends in "attack". */
export function courtesyTail(words: readonly Word[], courtesies: ReadonlySet<string>): number {
  return words.findLastIndex((word) => !courtesies.has(word.folded)) + 1;
}
