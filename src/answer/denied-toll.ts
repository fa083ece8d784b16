import { type Mention, meaningsOf } from '../question/mention.ts';
import { saysNone } from '../question/nought.ts';
import type { Question } from '../question/question.ts';

interface Span {
  start: number;
  end: number;
}

/** The words of a toll with what denies it: "no Americans died", "killed no one". */
export function deniedSpan(toll: Mention): Span {
  return { start: toll.start - (toll.nought?.before ?? 0), end: toll.end + (toll.nought?.after ?? 0) };
}

/** The tolls that a question denies. */
export function deniedTolls(question: Question): Mention[] {
  return question.measures.filter((measure) => measure.nought);
}

/** The actors whose people a denied toll would count: of "no Americans died" the United States. */
export function spared(question: Question, toll: Mention): string[] {
  const span = deniedSpan(toll);
  return question.mentions
    .filter((mention) => lies(mention, span))
    .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id));
}

/** Whether a name is that of the people whom a denied toll would count: it is said of them, not of what happened. */
export function isSpared(question: Question, mention: Mention): boolean {
  return (
    meaningsOf(mention, 'actor').length > 0 && deniedTolls(question).some((toll) => lies(mention, deniedSpan(toll)))
  );
}

/** Whether a word only says that a toll was nought: "killed", "no one", "troops". */
export function isOfDenial(question: Question, word: Span): boolean {
  return deniedTolls(question).some(
    (toll) =>
      lies(word, toll) ||
      (lies(word, deniedSpan(toll)) &&
        question.words.slice(word.start, word.end).every(({ folded }) => saysNone(folded))),
  );
}

function lies({ start, end }: Span, within: Span): boolean {
  return start >= within.start && end <= within.end;
}
