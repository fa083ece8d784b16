import type { Analyzer } from '../search/analyzer.ts';
import type { English } from './english.ts';
import type { MeasureTraits } from './find-mentions.ts';
import type { IntentTable } from './intent-table.ts';
import type { Lexicon } from './lexicon.ts';
import type { Spelling } from './spelling.ts';

/** What reading needs to know: English, the intents, and the vocabulary of one timeline. */
export interface Language extends MeasureTraits {
  english: English;
  intents: IntentTable;
  analyzer: Analyzer;
  lexicon: Lexicon;
  spelling: Spelling;
  /** Whether a kind of event is one in which somebody was attacked. */
  isAttack(kind: string): boolean;
  /** Whether any event's text holds a token. */
  recordHolds(token: string): boolean;
}

/** Whether a folded word stands in a name, in the vocabulary or, in some form, in any event's text. */
export function isKnown(folded: string, { lexicon, analyzer, recordHolds }: Language): boolean {
  if (lexicon.knows(folded)) return true;
  const key = analyzer.key(folded);
  // A name has no other forms: "erbill" is no form of Erbil, though it is cut to the same stem.
  return recordHolds(key) && !lexicon.names.hasWord(key);
}
