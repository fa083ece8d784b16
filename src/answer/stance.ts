import type { Mention } from '../question/mention.ts';
import type { Question } from '../question/question.ts';
import { intentOf } from './intents.ts';

/** Words within which a "killed" is said of somebody. */
const HURT_REACH = 3;

/** Whether the question says that something was done to somebody whom it names (killed, hurt, captured): "Soleimani killed", "the killing of Soleimani". */
export function isHurt(question: Question, mention: Mention): boolean {
  // Who is named in a question for a figure more often gave it than was counted by it.
  if (intentOf(question) === 'figure') return false;
  return question.measures.some(
    (measure) =>
      measure.fate &&
      (Math.abs(measure.start - mention.end) <= HURT_REACH || Math.abs(mention.start - measure.end) <= HURT_REACH) &&
      !isParted(question, Math.min(measure.end, mention.end), Math.max(measure.start, mention.start)),
  );
}

/** Whether a clause begins between two places of a question. */
function isParted({ text, words }: Question, from: number, to: number): boolean {
  for (let index = from; index <= to && index < words.length; index++) {
    const gap = index === 0 ? '' : text.slice(words[index - 1]!.end, words[index]!.start);
    if (/[,;:.?()]/.test(gap)) return true;
    if (
      index < to &&
      /^(after|before|when|that|which|who|while|since|as|had|says?|said|first|report|reported)$/.test(
        words[index]!.folded,
      )
    )
      return true;
  }
  return false;
}

/** Whether a mention is of what the event lies within: "in the Twelve-Day War". */
export function isWithin(question: Question, mention: Mention): boolean {
  const before = question.words.slice(Math.max(0, mention.start - 2), mention.start).map((word) => word.folded);
  return before.some((word) => ['in', 'during', 'of', 'for', 'over', 'after', 'before', 'amid'].includes(word));
}
