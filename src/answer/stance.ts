import { type Mention, meaningsOf } from '../question/mention.ts';
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

/** Words that put what happened at a place, in front of its name; and those that put it near one, or let it come from there. */
const PLACING = new Set(['at', 'on', 'in', 'inside', 'hit', 'hits', 'struck']);
const ASIDE_OF = new Set([
  'near',
  'by',
  'outside',
  'of',
  'off',
  'from',
  'around',
  'beyond',
  'towards',
  'toward',
  'above',
  'over',
]);

/** Whether a place is given as the spot where it happened: "at Taji", "hit the Rumalyn base", "Taji rockets"; not "near Taji". */
export function isSpot(question: Question, mention: Mention): boolean {
  // Who asks for what followed or led to something names the place of that other event.
  if (OF_ANOTHER.has(intentOf(question))) return false;
  const { words, mentions } = question;
  const before = words.slice(0, mention.start).findLast(({ folded }) => folded !== 'the')?.folded ?? '';
  const named = mentions.some((next) => next.start === mention.end && meaningsOf(next, 'weapon').length > 0);
  return PLACING.has(before) || (named && !ASIDE_OF.has(before));
}

/** Intents whose questions describe one event and are answered with another. */
const OF_ANOTHER = new Set(['sequel', 'cause']);
