import type { Word } from '../record/words.ts';
import type { DateMention } from './dates/date-mention.ts';
import { type Mention, meaningsOf } from './mention.ts';

/**
 * A phrasing of `intents/*.yml`, compiled. Its language: plain words; `a|b` for either; `(a)` for an optional word;
 * `…` for up to four words of anything; `{place}` and the other slots for something the question names; `^` and `$`
 * for the beginning of a sentence or clause and the end of the question.
 */
export interface Phrasing {
  source: string;
  parts: readonly Part[];
  atStart: boolean;
  atEnd: boolean;
}

export type Part =
  | { type: 'word'; words: readonly string[]; optional: boolean }
  | { type: 'slot'; slot: Slot; optional: boolean }
  | { type: 'gap' };

export const SLOTS = [
  'place',
  'actor',
  'person',
  'event',
  'kind',
  'weapon',
  'measure',
  'place-kind',
  'date',
  'number',
  'name',
] as const;
export type Slot = (typeof SLOTS)[number];

/** Where a phrasing stands in a question. */
export interface PhrasingMatch {
  start: number;
  end: number;
  /** Indexes of the words that the phrasing itself used up; those in gaps and slots are not among them. */
  literals: number[];
  /** What filled the slots: index of the first word and of the one after the last. */
  slots: { slot: Slot; start: number; end: number }[];
}

/** Thrown for a phrasing that is not written in the language above. */
export class PhrasingError extends Error {
  override readonly name = 'PhrasingError';
  readonly source: string;

  constructor(source: string, reason: string) {
    super(`"${source}" is no phrasing: ${reason}`);
    this.source = source;
  }
}

/** Most words that a gap takes in. */
export const LONGEST_GAP = 4;

/**
 * Compiles a phrasing.
 * @throws PhrasingError when it names an unknown slot or holds no word
 */
export function compilePhrasing(source: string): Phrasing {
  const pieces = source.trim().split(/\s+/);
  const atStart = pieces[0] === '^';
  const atEnd = pieces.at(-1) === '$';
  const parts = pieces.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).map((piece): Part => {
    if (piece === '…') return { type: 'gap' };
    const optional = piece.startsWith('(') && piece.endsWith(')');
    const bare = optional ? piece.slice(1, -1) : piece;
    const slot = /^\{(.*)\}$/.exec(bare)?.[1];
    if (slot === undefined) return { type: 'word', words: bare.toLowerCase().split('|'), optional };
    if (!(SLOTS as readonly string[]).includes(slot))
      throw new PhrasingError(source, `there is no slot {${slot}}; use one of ${SLOTS.join(', ')}`);
    return { type: 'slot', slot: slot as Slot, optional };
  });
  if (!parts.some((part) => part.type === 'word' && part.words.every((word) => word !== '')))
    throw new PhrasingError(source, 'it holds no word');
  return { source, parts, atStart, atEnd };
}

/** Alternatives of one place up to which a shortened phrasing names them all. */
const MOST_NAMED = 4;

/** A phrasing with its long choices cut, for a reader: `which|what group|groups|militia|…`. */
export function shortened(source: string): string {
  return source
    .split(' ')
    .map((piece) => {
      const words = piece.split('|');
      return words.length > MOST_NAMED ? [...words.slice(0, MOST_NAMED - 1), '…'].join('|') : piece;
    })
    .join(' ');
}

/** The words and names of a question that a phrasing is held against. */
export interface PhrasingInput {
  words: readonly Word[];
  mentions: readonly Mention[];
  measures: readonly Mention[];
  dates: readonly DateMention[];
  /** Indexes of the words at which a sentence or a clause begins: where `^` may stand. */
  starts: ReadonlySet<number>;
}

/** Whether a question has a word for each that a phrasing cannot do without: most phrasings are ruled out by this alone. */
export function mayMatch(phrasing: Phrasing, folded: ReadonlySet<string>): boolean {
  return phrasing.parts.every(
    (part) => part.type !== 'word' || part.optional || part.words.some((word) => folded.has(word)),
  );
}

/** The first place in a question where a phrasing fits. */
export function matchPhrasing(phrasing: Phrasing, input: PhrasingInput): PhrasingMatch | undefined {
  for (let start = 0; start < input.words.length; start++) {
    if (phrasing.atStart && !input.starts.has(start)) continue;
    // Tied at both ends it is the whole question: "thanks" at the end of one is no greeting.
    if (phrasing.atStart && phrasing.atEnd && start > 0) break;
    const match = matchParts(phrasing, 0, start, input, { start, end: start, literals: [], slots: [] });
    if (match) return match;
  }
  return undefined;
}

function matchParts(
  phrasing: Phrasing,
  at: number,
  index: number,
  input: PhrasingInput,
  so: PhrasingMatch,
): PhrasingMatch | undefined {
  const part = phrasing.parts[at];
  if (!part) return phrasing.atEnd && index < input.words.length ? undefined : { ...so, end: index };
  if (part.type === 'gap') {
    for (let length = 0; length <= LONGEST_GAP && index + length <= input.words.length; length++) {
      const match = matchParts(phrasing, at + 1, index + length, input, so);
      if (match) return match;
    }
    return undefined;
  }
  const found = part.type === 'word' ? matchWord(part.words, index, input, so) : matchSlot(part.slot, index, input, so);
  const taken = found && matchParts(phrasing, at + 1, found.end, input, found);
  return taken ?? (part.optional ? matchParts(phrasing, at + 1, index, input, so) : undefined);
}

function matchWord(
  words: readonly string[],
  index: number,
  input: PhrasingInput,
  so: PhrasingMatch,
): PhrasingMatch | undefined {
  const word = input.words[index];
  return word && words.includes(word.folded) ? { ...so, end: index + 1, literals: [...so.literals, index] } : undefined;
}

function matchSlot(slot: Slot, index: number, input: PhrasingInput, so: PhrasingMatch): PhrasingMatch | undefined {
  const end = slotEnd(slot, index, input);
  return end === undefined ? undefined : { ...so, end, slots: [...so.slots, { slot, start: index, end }] };
}

function slotEnd(slot: Slot, index: number, input: PhrasingInput): number | undefined {
  if (slot === 'date') return input.dates.find((date) => date.start === index)?.end;
  if (slot === 'number') return /^\d/.test(input.words[index]?.folded ?? '') ? index + 1 : undefined;
  if (slot === 'measure') return input.measures.find((candidate) => candidate.start === index)?.end;
  const mention = input.mentions.find((candidate) => candidate.start === index);
  return mention && fills(slot, mention) ? mention.end : undefined;
}

function fills(slot: Exclude<Slot, 'date' | 'number' | 'measure'>, mention: Mention): boolean {
  switch (slot) {
    case 'kind':
      // "How many rockets" counts rockets, not rocket attacks.
      return (
        meaningsOf(mention, 'weapon').length === 0 &&
        (meaningsOf(mention, 'kind').length > 0 || meaningsOf(mention, 'generic-kind').length > 0)
      );
    case 'event':
      return meaningsOf(mention, 'event-name').length > 0;
    case 'name':
      return mention.meanings.some((meaning) => ['place', 'actor', 'person', 'event-name'].includes(meaning.type));
    default:
      return meaningsOf(mention, slot).length > 0;
  }
}
