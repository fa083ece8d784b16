import type { Question } from '../question/question.ts';

/** Words within which a "not" reaches, unless punctuation or a "but" ends it sooner. */
const NEGATION_REACH = 8;

/** Words that may stand between an "or" and the name that it adds: "not at Taji or at Balad". */
const BEFORE_NAMES = new Set(['at', 'in', 'on', 'near', 'by', 'the']);

/**
 * Index of the "not" that governs the word at `start`, looking no further back than `from`; nothing where none does. What
 * an "or" adds is ruled out by itself: its index stands for the "not" then.
 */
export function negationOf(question: Question, start: number, from: number): number | undefined {
  let added: number | undefined;
  let named = true;
  for (let index = start - 1; index >= Math.max(from, start - NEGATION_REACH); index--) {
    const { folded, end } = question.words[index]!;
    const gap = question.text.slice(end, question.words[index + 1]!.start);
    if (/[,;.:?()"“”]|\s[-–—]\s/.test(gap) || folded === 'but') return undefined;
    if (question.negated.has(index)) return added ?? index;
    if (named && folded === 'or') added = index;
    named &&= BEFORE_NAMES.has(folded);
  }
  return undefined;
}
