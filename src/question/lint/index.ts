import type { Problem } from '../../record/problem.ts';
import type { IntentSource, WordsSource } from '../load-language.ts';
import { collidingPhrasings } from './collisions.ts';
import { entriesOf } from './entries.ts';
import { misreadExamples, type Reader } from './examples.ts';
import { redundantPhrasings } from './redundant.ts';
import { repeatedWords } from './words.ts';

/**
 * What an editor of the intents is warned of: words that stand twice, phrasings that collide, those that never win, and
 * examples that their own file does not read.
 * @param readers the timelines by which the examples are read
 */
export function lintIntents({ words, sources }: LintedIntents, readers: readonly Reader[]): Problem[] {
  const entries = entriesOf(sources);
  return [
    ...(words ? repeatedWords(words) : []),
    ...collidingPhrasings(entries),
    ...redundantPhrasings(entries),
    ...misreadExamples(sources, readers),
  ];
}

/** The files of `intents/`, of which any may be left out. */
interface LintedIntents {
  words?: WordsSource;
  sources: readonly IntentSource[];
}
