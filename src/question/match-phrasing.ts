import type { Word } from '../record/words.ts';
import type { DateMention } from './dates/date-mention.ts';
import { isName, type Mention, meaningsOf } from './mention.ts';
import { LONGEST_GAP, type Part, type Phrasing, type Slot } from './phrasing.ts';
import { range } from './span.ts';

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
    if (!mayBegin(phrasing, start, input)) continue;
    const match = matchParts(phrasing, 0, { start, end: start, literals: [], slots: [] }, input);
    if (match) return match;
  }
  return undefined;
}

/** Whether a phrasing's first word, if it must begin with one, stands at a place: nearly always it does not. */
function mayBegin({ parts: [first] }: Phrasing, start: number, input: PhrasingInput): boolean {
  if (first?.type !== 'word' || first.optional) return true;
  return first.words.includes(input.words[start]!.folded);
}

/** The match that the parts from one on complete: each takes the first of its ways after which the rest fits. */
function matchParts(
  phrasing: Phrasing,
  at: number,
  so: PhrasingMatch,
  input: PhrasingInput,
): PhrasingMatch | undefined {
  const part = phrasing.parts[at];
  if (!part) return mayEnd(phrasing, so.end, input) ? so : undefined;
  for (const way of waysOf(part, so, input)) {
    const match = matchParts(phrasing, at + 1, way, input);
    if (match) return match;
  }
  return part.type !== 'gap' && part.optional ? matchParts(phrasing, at + 1, so, input) : undefined;
}

function mayEnd(phrasing: Phrasing, index: number, input: PhrasingInput): boolean {
  if (phrasing.atEnd === undefined || index === input.words.length || index === input.tail) return true;
  return phrasing.atEnd === 'clause' && input.ends.has(index);
}

/** A match with what a part may add to it, the shortest way first. */
function waysOf(part: Part, so: PhrasingMatch, input: PhrasingInput): PhrasingMatch[] {
  const start = so.end;
  if (part.type === 'word') {
    const word = input.words[start];
    return word && part.words.includes(word.folded) && !input.dated.has(start)
      ? [{ ...so, end: start + 1, literals: [...so.literals, start] }]
      : [];
  }
  if (part.type === 'gap') {
    const longest = Math.min(LONGEST_GAP, input.words.length - start);
    return range(start, start + longest + 1).map((end) => ({ ...so, end }));
  }
  const { slot } = part;
  return slotEnds(slot, start, input).map((end) => ({ ...so, end, slots: [...so.slots, { slot, start, end }] }));
}

function slotEnds(slot: Slot, start: number, input: PhrasingInput): number[] {
  if (slot === 'description') return descriptionEnds(start, input);
  const end = slotEnd(slot, start, input);
  return end === undefined ? [] : [end];
}

/** Where a run of words of one sentence that names or dates something may end. */
function descriptionEnds(start: number, input: PhrasingInput): number[] {
  const inside = [...input.mentions, ...input.dates].filter((span) => span.start >= start).map((span) => span.end);
  const first = Math.min(...inside);
  const last = Math.min(start + LONGEST_DESCRIPTION, input.words.length);
  if (first > last) return [];
  return range(first, last + 1).filter((end) => input.sentences[end - 1] === input.sentences[start]);
}

function slotEnd(slot: Exclude<Slot, 'description'>, index: number, input: PhrasingInput): number | undefined {
  if (slot === 'date') return input.dates.find((date) => date.start === index)?.end;
  if (slot === 'number') return /^\d/.test(input.words[index]?.folded ?? '') ? index + 1 : undefined;
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
