import type { Word } from '../record/words.ts';
import type { DateMention } from './dates/date-mention.ts';
import { type Mention, meaningsOf } from './mention.ts';

/**
 * A phrasing of `intents/*.yml`, compiled. Its language: plain words; `a|b` for either; `(a)` for an optional word;
 * `@attack` for any word of a class; `…` for up to four words of anything; `{place}` and the other slots for something
 * the question names; `^` for the beginning of a sentence or clause, `.` for its end, and `$` for the end of the
 * question.
 */
export interface Phrasing {
  source: string;
  parts: readonly Part[];
  atStart: boolean;
  atEnd: 'question' | 'clause' | undefined;
}

/** Words that stand for one another in phrasings, by the name of their class. */
export type WordClasses = ReadonlyMap<string, readonly string[]>;

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
  'description',
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
/** Most words of a `{description}`: "the rocket attack on Camp Taji on the evening of 11 March 2020". */
const LONGEST_DESCRIPTION = 16;
const ENDS = new Map([
  ['$', 'question'],
  ['.', 'clause'],
] as const);

/**
 * Compiles a phrasing.
 * @param classes the words that each `@class` stands for
 * @throws PhrasingError when it names an unknown slot or class, or holds no word
 */
export function compilePhrasing(source: string, classes: WordClasses = new Map()): Phrasing {
  const pieces = source.trim().split(/\s+/);
  const atStart = pieces[0] === '^';
  const atEnd = ENDS.get(pieces.at(-1) as '$' | '.');
  const parts = pieces.slice(atStart ? 1 : 0, atEnd ? -1 : undefined).map((piece): Part => {
    if (piece === '…') return { type: 'gap' };
    const optional = piece.startsWith('(') && piece.endsWith(')');
    const bare = optional ? piece.slice(1, -1) : piece;
    const slot = /^\{(.*)\}$/.exec(bare)?.[1];
    if (slot === undefined) return { type: 'word', words: expand(source, bare, classes), optional };
    if (!(SLOTS as readonly string[]).includes(slot))
      throw new PhrasingError(source, `there is no slot {${slot}}; use one of ${SLOTS.join(', ')}`);
    return { type: 'slot', slot: slot as Slot, optional };
  });
  if (!parts.some((part) => part.type === 'word' && !part.optional && part.words.every((word) => word !== '')))
    throw new PhrasingError(source, 'it holds no word that must be there');
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

/** The words of `a|b|@class`. */
function expand(source: string, choice: string, classes: WordClasses): readonly string[] {
  return choice
    .toLowerCase()
    .split('|')
    .flatMap((word) => {
      if (/[(){}]/.test(word)) throw new PhrasingError(source, `${word} cannot be one of several; write two phrasings`);
      if (!word.startsWith('@')) return [word];
      const members = classes.get(word.slice(1));
      if (!members) throw new PhrasingError(source, `there is no class ${word}; words.yml lists them under "classes"`);
      return members;
    });
}

/** The words and names of a question that a phrasing is held against. */
export interface PhrasingInput {
  words: readonly Word[];
  mentions: readonly Mention[];
  measures: readonly Mention[];
  dates: readonly DateMention[];
  /** Indexes of the words at which a sentence or a clause begins: where `^` may stand. */
  starts: ReadonlySet<number>;
  /** Indexes after the words at which a sentence or a clause ends: where `.` may stand. */
  ends: ReadonlySet<number>;
  /** Index after the last word that is more than a courtesy: where `$` may stand, as it may after the last word. */
  tail: number;
  /** Number of the sentence in which each word stands: no description runs on into the next. */
  sentences: readonly number[];
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
  if (!part) return mayEnd(phrasing, index, input) ? { ...so, end: index } : undefined;
  if (part.type === 'gap') {
    for (let length = 0; length <= LONGEST_GAP && index + length <= input.words.length; length++) {
      const match = matchParts(phrasing, at + 1, index + length, input, so);
      if (match) return match;
    }
    return undefined;
  }
  if (part.type === 'slot' && part.slot === 'description') {
    const match = matchDescription(phrasing, at, index, input, so);
    return match ?? (part.optional ? matchParts(phrasing, at + 1, index, input, so) : undefined);
  }
  const found = part.type === 'word' ? matchWord(part.words, index, input, so) : matchSlot(part.slot, index, input, so);
  const taken = found && matchParts(phrasing, at + 1, found.end, input, found);
  return taken ?? (part.optional ? matchParts(phrasing, at + 1, index, input, so) : undefined);
}

function mayEnd(phrasing: Phrasing, index: number, input: PhrasingInput): boolean {
  if (phrasing.atEnd === undefined || index === input.words.length || index === input.tail) return true;
  return phrasing.atEnd === 'clause' && input.ends.has(index);
}

/** The shortest run of words of one sentence that names or dates something and after which the rest fits. */
function matchDescription(
  phrasing: Phrasing,
  at: number,
  index: number,
  input: PhrasingInput,
  so: PhrasingMatch,
): PhrasingMatch | undefined {
  const inside = [...input.mentions, ...input.dates].filter((span) => span.start >= index).map((span) => span.end);
  const last = Math.min(index + LONGEST_DESCRIPTION, input.words.length);
  for (let end = Math.min(...inside); end <= last; end++) {
    if (input.sentences[end - 1] !== input.sentences[index]) return undefined;
    const slots = [...so.slots, { slot: 'description' as const, start: index, end }];
    const match = matchParts(phrasing, at + 1, end, input, { ...so, end, slots });
    if (match) return match;
  }
  return undefined;
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
  if (slot === 'description') return undefined;
  if (slot === 'measure') return input.measures.find((candidate) => candidate.start === index)?.end;
  const mention = input.mentions.find((candidate) => candidate.start === index);
  return mention && fills(slot, mention) ? mention.end : undefined;
}

function fills(slot: Exclude<Slot, 'date' | 'number' | 'measure' | 'description'>, mention: Mention): boolean {
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
