import type { Problem } from '../../record/problem.ts';
import type { IntentAttributes } from '../intent-schema.ts';
import { type Entry, isEqual, placeOf, quoted, scoreAs, warnAt } from './entries.ts';
import { sharedBy, type Variant, wordsLeft, written } from './variants.ts';

/**
 * Pairs of phrasings that fit the very same words with the same score and say different things of them, so that only
 * their order decides. Where the rank of their intents decides, that is what ranks are for.
 */
export function collidingPhrasings(entries: readonly Entry[]): Problem[] {
  return entries.flatMap((entry, index) =>
    entries.slice(0, index).flatMap((earlier) => {
      const difference = differenceOf(earlier, entry);
      const shared = difference && collisionOf(earlier, entry, difference, entries);
      if (!difference || !shared) return [];
      return [
        warnAt(
          entry,
          'phrasings',
          'colliding-phrasings',
          `${quoted(written(shared))} is fitted by ${quoted(entry.phrasing.source)} (${difference.ours}) and by ${quoted(earlier.phrasing.source)} (${difference.theirs}, ${placeOf(earlier)}) alike, so that their order decides.`,
          'Take the words out of one of the two, or give the one that is meant a weight.',
        ),
      ];
    }),
  );
}

/** What two phrasings say of the same words, where that is not the same. */
interface Difference {
  ours: string;
  theirs: string;
  /** The attribute in which two phrasings of one intent contradict each other. */
  attribute?: keyof IntentAttributes;
}

function differenceOf(earlier: Entry, entry: Entry): Difference | undefined {
  if (earlier.intent !== entry.intent) return { ours: entry.intent.name, theirs: earlier.intent.name };
  const keys = Object.keys(entry.attributes) as (keyof IntentAttributes)[];
  const attribute = keys.find(
    (key) => earlier.attributes[key] !== undefined && earlier.attributes[key] !== entry.attributes[key],
  );
  if (attribute === undefined) return undefined;
  return {
    ours: `${attribute} ${entry.attributes[attribute]}`,
    theirs: `${attribute} ${earlier.attributes[attribute]}`,
    attribute,
  };
}

function collisionOf(a: Entry, b: Entry, difference: Difference, entries: readonly Entry[]): Variant | undefined {
  for (const ours of a.variants) {
    for (const theirs of b.variants) {
      const shared = sharedBy(ours, theirs);
      if (!shared || !isEqual(scoreAs(a, shared), scoreAs(b, shared))) continue;
      if (!isSettled(shared, scoreAs(a, shared), difference, entries)) return shared;
    }
  }
  return undefined;
}

/** Whether a third phrasing fits the same words, scores more, and so decides. */
function isSettled(shared: Variant, score: number, { attribute }: Difference, entries: readonly Entry[]): boolean {
  return entries.some(
    (entry) =>
      (attribute === undefined || entry.attributes[attribute] !== undefined) &&
      entry.variants.some(
        (variant) => scoreAs(entry, variant) > score + 1e-9 && wordsLeft(variant, shared) !== undefined,
      ),
  );
}
