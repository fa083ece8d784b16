import type { Question } from '../question/question.ts';

/** Words within which a "not" reaches, unless punctuation ends it sooner. */
const NEGATION_REACH = 8;

/** Index of the "not" that governs the word at `start`, looking no further back than `from`; nothing where none does. */
export function negationOf(question: Question, start: number, from: number): number | undefined {
  for (let index = start - 1; index >= Math.max(from, start - NEGATION_REACH); index--) {
    const gap = question.text.slice(question.words[index]!.end, question.words[index + 1]!.start);
    if (/[,;.:?()"“”]|\s[-–—]\s/.test(gap)) return undefined;
    if (question.negated.has(index)) return index;
  }
  return undefined;
}
