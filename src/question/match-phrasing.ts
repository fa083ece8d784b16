import type { Word } from '../record/words.ts';
import type { DateMention } from './dates/date-mention.ts';
import { isName, type Mention, meaningsOf } from './mention.ts';
import { LONGEST_GAP, type Phrasing, type Slot } from './phrasing.ts';

/** Where a phrasing stands in a question. */
export interface PhrasingMatch {
  start: number;
  end: number;
  /** Indexes of the words that the phrasing itself used up; those in gaps and slots are not among them. */
  literals: number[];
  /** What filled the slots: index of the first word and of the one after the last. */
  slots: { slot: Slot; start: number; end: number }[];
}

/** Most words of a `{description}`: "the rocket attack on Camp Taji on the evening of 11 March 2020". */
const LONGEST_DESCRIPTION = 16;

/** The words and names of a question that a phrasing is held against. */
export interface PhrasingInput {
  words: readonly Word[];
  mentions: readonly Mention[];
  measures: readonly Mention[];
  dates: readonly DateMention[];
  /** Indexes of the words that a date is made of: they ask for nothing besides. */
  dated: ReadonlySet<number>;
  /** Indexes of the words at which a sentence or a clause begins: where `^` may stand. */
  starts: ReadonlySet<number>;
  /** Indexes after the words at which a sentence or a clause ends: where `.` may stand. */
  ends: ReadonlySet<number>;
  /** Index after the last word that is more than a courtesy: where `$` may stand, as it may after the last word. */
  tail: number;
  /** Number of the sentence in which each word stands: no description runs on into the next. */
  sentences: readonly number[];
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
  return word && words.includes(word.folded) && !input.dated.has(index)
    ? { ...so, end: index + 1, literals: [...so.literals, index] }
    : undefined;
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
      return isName(mention);
    default:
      return meaningsOf(mention, slot).length > 0;
  }
}
