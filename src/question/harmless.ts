import type { Word } from '../record/words.ts';
import type { English } from './english.ts';

/** Words that tie clauses together and are read as relations, never as descriptions. */
const RELATION_WORDS = new Set([
  'before',
  'after',
  'since',
  'until',
  'till',
  'between',
  'following',
  'prior',
  'during',
  'first',
  'last',
  'next',
  'previous',
  'latest',
  'earliest',
  'earlier',
  'later',
  'not',
  'against',
  'by',
  'from',
  'versus',
  'vs',
  'v',
  'or',
  'and',
  'then',
  'near',
  'outside',
  'inside',
  'around',
  'over',
  'off',
  'above',
  'below',
  'beside',
  'close',
]);

/** "First" and "second" tell volleys and waves apart, where they do not ask for an order. */
export function isOrdinal(word: Word, english: English): boolean {
  return english.ordinals.has(word.folded) || word.folded === 'first';
}

/** Whether a word says nothing about which event is meant. */
export function isHarmless(word: Word, english: English): boolean {
  return english.harmless.has(word.folded) || RELATION_WORDS.has(word.folded) || word.article || isAdverb(word);
}

/** Words in -ly that are no adverbs of manner and may tell events apart. */
const NO_ADVERBS =
  /^(.{0,3}ly|italy|july|family|assembly|supply|reply|rally|anomaly|ally|early|daily|weekly|monthly|yearly|hourly|nightly|deadly|friendly|elderly|only|apply|likely|unlikely|multiply|nearly|jointly|publicly|formally|officially|mistakenly|accidentally|secretly)$/;

/** "Finally" and "deliberately" say how, never which event. */
function isAdverb({ folded, raw }: Word): boolean {
  return folded.endsWith('ly') && !NO_ADVERBS.test(folded) && !/^\p{Lu}\p{Ll}/u.test(raw);
}
