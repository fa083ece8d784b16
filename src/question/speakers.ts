import type { Word } from '../record/words.ts';
import type { Mention } from './mention.ts';

/** Verbs and nouns with which somebody says a number. */
export const SPEECH = new Set([
  'revise',
  'revised',
  'raise',
  'raised',
  'correct',
  'corrected',
  'say',
  'said',
  'says',
  'claim',
  'claimed',
  'claims',
  'report',
  'reported',
  'count',
  'counted',
  'give',
  'gave',
  'put',
  'announce',
  'announced',
  'blame',
  'blamed',
  'admit',
  'admitted',
  'according',
  'figure',
  'number',
  'tally',
  'tallied',
  'statement',
  'version',
]);

const AUXILIARIES = new Set(['had', 'has', 'have']);

/** "Did Kirby say", "according to Myers", "Perry's number". */
export function speaks(words: readonly Word[], mention: Pick<Mention, 'start' | 'end'>): boolean {
  // "AFP had tallied": an auxiliary may stand between.
  const after = words[AUXILIARIES.has(words[mention.end]?.folded ?? '') ? mention.end + 1 : mention.end]?.folded ?? '';
  const last = words[mention.end - 1]!;
  const before = words[mention.start - 1]?.folded ?? '';
  if (/^(says?|said|per|quoting)$/.test(before)) return true;
  // "Did Ryder first report": an adverb may stand between.
  if (before === 'did' && SPEECH.has(words[mention.end + 1]?.folded ?? '')) return true;
  return SPEECH.has(after) || accordingTo(words, mention.start) || (last.possessive && counts(words, mention.end));
}

export function accordingTo(words: readonly Word[], start: number): boolean {
  return words.slice(Math.max(0, start - 4), start).some((word) => word.folded === 'according');
}

/** "By the French military count": what follows is a count that the actor gave. */
export function counts(words: readonly Word[], end: number): boolean {
  return words
    .slice(end, end + 2)
    .some((word) =>
      /^(counts?|figures?|tally|numbers?|estimates?|reckoning|account|calendar|clock)$/.test(word.folded),
    );
}

export function spoken(words: readonly Word[], index: number): boolean {
  return ['said', 'reported', 'given', 'announced', 'counted', 'told', 'confirmed', 'going'].includes(
    words[index - 1]?.folded ?? '',
  );
}

/** Words between somebody and the verb by which he blames another: "did the Pentagon end up blaming". */
const BLAME_REACH = 4;

/** "Did the Pentagon blame", "did Kurdish security pin it on": the actor is who says who did it. */
export function blames(words: readonly Word[], end: number): boolean {
  return words
    .slice(end, end + BLAME_REACH)
    .some((word) => /^(blam(e|ed|ing)|accus(e|ed|ing)|pin|pinned|finger(ed)?|suspect(ed)?|hold)$/.test(word.folded));
}
