import type { Word } from '../record/words.ts';

/** Words that turn round what follows them; none of them is a slip for another ("except" is no "excerpt"). */
export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  'nor',
  'neither',
  'except',
  'excepting',
  'excluding',
  'besides',
  'without',
  'isnt',
  'wasnt',
]);

/** Pairs of words that do the same: the second, by the words that may stand before it. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  than: ['other', 'rather'],
  from: ['apart', 'aside'],
  of: ['instead'],
};

/**
 * Indexes of the words of a question that negate what follows them; of a pair ("other than") both.
 * @param starts where clauses start
 */
export function negatedWords(words: readonly Word[], starts: ReadonlySet<number>): Set<number> {
  return new Set(
    words.flatMap(({ folded }, index) => {
      if (PAIRS[folded]?.includes(words[index - 1]?.folded ?? '')) return [index - 1, index];
      const next = words[index + 1]?.folded ?? '';
      if (!NEGATIONS.has(folded) || ['to', 'be', 'yet', 'only'].includes(next)) return [];
      // "Wasn't it claimed by" asks whether it was.
      return starts.has(index) && folded.endsWith('nt') ? [] : [index];
    }),
  );
}
