import type { Problem } from '../../record/problem.ts';
import type { IntentAttributes } from '../intent-schema.ts';
import type { Part } from '../phrasing.ts';
import { type Entry, isEqual, placeOf, quoted, scoreAs, warnAt } from './entries.ts';
import { type Variant, wordsLeft } from './variants.ts';

/** Phrasings that can never win: whatever they fit, another one fits too and scores as much or more. */
export function redundantPhrasings(entries: readonly Entry[]): Problem[] {
  return entries.flatMap((entry) => {
    const own = entries.find((other) => isReplacedBy(entry, other));
    if (own) return [redundant(entry, own)];
    const foreign = entries.find((other) => other.intent !== entry.intent && leftBy(entry, other, MORE) !== undefined);
    return foreign ? [outdone(entry, foreign)] : [];
  });
}

function redundant(entry: Entry, other: Entry): Problem {
  const left = new Set(
    (leftBy(entry, other, AS_MUCH) ?? []).flatMap((part) => (part.type === 'word' ? part.words : [])),
  );
  const rest = left.size === 0 ? '' : `; all it adds is to use up “${[...left].join('”, “')}”`;
  return warnAt(
    entry,
    'phrasings',
    'redundant-phrasing',
    `${quoted(entry.phrasing.source)} never wins: ${quoted(other.phrasing.source)} (${placeOf(other)}) fits whatever it fits, says the same and scores no less${rest}.`,
    'Remove it, or give it the weight or the attributes that set it apart.',
  );
}

function outdone(entry: Entry, other: Entry): Problem {
  return warnAt(
    entry,
    'phrasings',
    'outdone-phrasing',
    `${quoted(entry.phrasing.source)} never wins: ${quoted(other.phrasing.source)} of ${other.intent.name} (${placeOf(other)}) fits whatever it fits and scores more.`,
    'Remove it, or give it the weight with which it wins.',
  );
}

/** Whether a phrasing of the same intent makes another one needless. Of two that are equal the first stays. */
function isReplacedBy(entry: Entry, other: Entry): boolean {
  if (other === entry || other.intent !== entry.intent) return false;
  const replaces = (a: Entry, b: Entry) => holds(a.attributes, b.attributes) && leftBy(b, a, AS_MUCH) !== undefined;
  return replaces(other, entry) && !(replaces(entry, other) && entry.index < other.index);
}

type Compare = (score: number, least: number) => boolean;
const AS_MUCH: Compare = (score, least) => score > least || isEqual(score, least);
const MORE: Compare = (score, least) => score > least && !isEqual(score, least);

/**
 * The words of a phrasing that another one, which fits all that it fits and scores enough there, does not use up;
 * nothing where the other does not.
 */
function leftBy(entry: Entry, other: Entry, enough: Compare): Part[] | undefined {
  const left: Part[] = [];
  for (const whole of entry.variants) {
    const found = leastLeft(
      whole,
      other.variants.filter((variant) => enough(scoreAs(other, variant), scoreAs(entry, whole))),
    );
    if (!found) return undefined;
    left.push(...found);
  }
  return left;
}

function leastLeft(whole: Variant, variants: readonly Variant[]): readonly Part[] | undefined {
  const found = variants.flatMap((variant) => {
    const left = wordsLeft(variant, whole);
    return left ? [left] : [];
  });
  return found.sort((a, b) => a.length - b.length)[0];
}

function holds(more: IntentAttributes, less: IntentAttributes): boolean {
  return Object.entries(less).every(([key, value]) => more[key as keyof IntentAttributes] === value);
}
