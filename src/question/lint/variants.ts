import { LONGEST_GAP, type Part, type Phrasing, type Slot } from '../phrasing.ts';

/** One way in which a phrasing can be said: with or without each of its optional parts. A choice stays a choice. */
export interface Variant {
  parts: readonly Part[];
  atStart: boolean;
  atEnd: Phrasing['atEnd'];
}

/** Optional parts up to which every variant is looked at: 64 variants, more than any phrasing needs. */
const MOST_OPTIONAL = 6;

/** Every way in which a phrasing can be said; past six optional parts the others are taken as said. */
export function variantsOf(phrasing: Phrasing): Variant[] {
  let so: Part[][] = [[]];
  let optional = 0;
  for (const part of phrasing.parts) {
    const mayLack = part.type !== 'gap' && part.optional && optional < MOST_OPTIONAL;
    if (mayLack) optional++;
    so = so.flatMap((parts) => (mayLack ? [[...parts, part], parts] : [[...parts, part]]));
  }
  return so.map((parts) => ({ parts, atStart: phrasing.atStart, atEnd: phrasing.atEnd }));
}

/** How many words of its own and how many slots a variant holds, by which it scores. */
export function sizeOf({ parts }: Variant): { literals: number; slots: number } {
  return {
    literals: parts.filter((part) => part.type === 'word').length,
    slots: parts.filter((part) => part.type === 'slot').length,
  };
}

/** The words and slots that two variants both fit, one after the other; nothing where there are none. A gap may be empty. */
export function sharedBy(a: Variant, b: Variant): Variant | undefined {
  const ours = a.parts.filter((part) => part.type !== 'gap');
  const theirs = b.parts.filter((part) => part.type !== 'gap');
  if (ours.length !== theirs.length) return undefined;
  const parts: Part[] = [];
  for (const [index, part] of ours.entries()) {
    const both = meet(part, theirs[index]!);
    if (!both) return undefined;
    parts.push(both);
  }
  return {
    parts,
    atStart: a.atStart || b.atStart,
    atEnd: [a.atEnd, b.atEnd].includes('question') ? 'question' : (a.atEnd ?? b.atEnd),
  };
}

function meet(a: Part, b: Part): Part | undefined {
  if (a.type === 'word' && b.type === 'word') {
    const words = a.words.filter((word) => b.words.includes(word));
    return words.length === 0 ? undefined : { ...a, words };
  }
  if (a.type !== 'slot' || b.type !== 'slot') return undefined;
  return takesIn(a.slot, b.slot) ? b : takesIn(b.slot, a.slot) ? a : undefined;
}

/**
 * The words of a phrasing that are left where a variant of another fits within it and uses up the rest. Nothing where
 * the variant need not fit whatever the whole fits.
 */
export function wordsLeft(variant: Variant, whole: Variant): readonly Part[] | undefined {
  const starts = variant.atStart ? (whole.atStart ? 1 : 0) : whole.parts.length;
  for (let start = 0; start < starts; start++) {
    const used = usedFrom(variant, 0, whole, start, []);
    if (used) return whole.parts.filter((part, index) => part.type === 'word' && !used.includes(index));
  }
  return undefined;
}

function usedFrom(
  variant: Variant,
  at: number,
  whole: Variant,
  index: number,
  used: readonly number[],
): readonly number[] | undefined {
  const part = variant.parts[at];
  if (!part)
    return endsWith(variant, whole) && (variant.atEnd === undefined || index === whole.parts.length) ? used : undefined;
  if (part.type === 'gap') {
    let length = 0;
    for (let next = index; next <= whole.parts.length && length <= LONGEST_GAP; next++) {
      const found = usedFrom(variant, at + 1, whole, next, used);
      if (found) return found;
      length += longest(whole.parts[next]);
    }
    return undefined;
  }
  const other = whole.parts[index];
  if (!other || !fitsAll(part, other)) return undefined;
  return usedFrom(variant, at + 1, whole, index + 1, [...used, index]);
}

/** Whether wherever the whole may end the variant may end too: the end of a question ends a clause. */
function endsWith(variant: Variant, whole: Variant): boolean {
  return variant.atEnd === undefined || whole.atEnd === 'question' || whole.atEnd === variant.atEnd;
}

function fitsAll(part: Part, other: Part): boolean {
  if (part.type === 'word') return other.type === 'word' && other.words.every((word) => part.words.includes(word));
  return part.type === 'slot' && other.type === 'slot' && takesIn(part.slot, other.slot);
}

/** Most words that a part takes in; what a slot names may be of any length. */
function longest(part: Part | undefined): number {
  if (part === undefined || part.type === 'word') return 1;
  if (part.type === 'gap') return LONGEST_GAP;
  return part.slot === 'number' ? 1 : Number.POSITIVE_INFINITY;
}

/** Whether whatever fills one slot fills the other too. */
function takesIn(wide: Slot, narrow: Slot): boolean {
  return wide === narrow || (wide === 'name' && ['place', 'actor', 'person', 'event'].includes(narrow));
}

/** A variant as it is written: `when did|was {event}`. */
export function written({ parts, atStart, atEnd }: Variant): string {
  const pieces = parts.map((part) =>
    part.type === 'word' ? part.words.join('|') : part.type === 'slot' ? `{${part.slot}}` : '…',
  );
  const end = atEnd === undefined ? [] : [atEnd === 'question' ? '$' : '.'];
  return [...(atStart ? ['^'] : []), ...pieces, ...end].join(' ');
}
