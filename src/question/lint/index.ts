import type { Problem } from '../../record/problem.ts';
import type { IntentSource } from '../load-language.ts';
import { collidingPhrasings } from './collisions.ts';
import { entriesOf } from './entries.ts';
import { misreadExamples, type Reader } from './examples.ts';
import { redundantPhrasings } from './redundant.ts';

/**
 * What an editor of the intents is warned of: phrasings that collide, those that never win, and examples that their own
 * file does not read.
 * @param readers the timelines by which the examples are read
 */
export function lintIntents(sources: readonly IntentSource[], readers: readonly Reader[]): Problem[] {
  const entries = entriesOf(sources);
  return [...collidingPhrasings(entries), ...redundantPhrasings(entries), ...misreadExamples(sources, readers)];
}
