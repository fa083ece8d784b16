import lunr from 'lunr';

const SHORTEST = 4;

/**
 * The stem of a folded English word (Porter's, as lunr ships it). Words with digits and words of up to three letters
 * are left whole: they are names, numbers and abbreviations.
 */
export function stem(folded: string): string {
  if (folded.length < SHORTEST || /[^a-z]/.test(folded)) return folded;
  return lunr.stemmer(new lunr.Token(folded, {})).toString();
}
