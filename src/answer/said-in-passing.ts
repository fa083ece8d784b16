import type { Question } from '../question/question.ts';
import { intentOf, PICKING_INTENTS } from './intents.ts';

/** Words by which somebody doubts the date that they give. */
const DOUBT = new Set([
  'doubt',
  'doubts',
  'doubtful',
  'insist',
  'insists',
  'unsure',
  'wrong',
  'mistaken',
  'suspect',
  'query',
  'dispute',
  'disputes',
]);

export function isDoubted(question: Question): boolean {
  return question.words.some((word) => DOUBT.has(word.folded));
}

/** Words within which a relative clause is still the one that a "that" opened. */
const RELATIVE_REACH = 7;

/** "The pact that set 31 December 2011 as the end": a date that a relative clause has for its object dates no event. */
export function isObject(question: Question, date: { start: number }): boolean {
  const { words } = question;
  if (DATE_OPENERS.has(words[date.start]!.folded)) return false;
  const before = words.slice(Math.max(1, date.start - RELATIVE_REACH), date.start);
  const relative = before.findLastIndex((word) => word.folded === 'that' || word.folded === 'which');
  return relative !== -1 && relative < before.length - 1;
}

/** "After the 2020 talks", "the Pentagon's April numbers": a date in front of a noun dates what the noun names, not the event asked for. */
export function isAnothers(question: Question, date: { start: number; end: number; operator: string }): boolean {
  const { words, text } = question;
  const next = words[date.end];
  if (
    PICKING_INTENTS.has(intentOf(question)) ||
    !next ||
    /[,;:.?()]|\s[-–—]\s/.test(text.slice(words[date.end - 1]!.end, next.start))
  )
    return false;
  if (/^(count|figure|number|tally|total)s?$/.test(next.folded)) return true;
  const describesNoun =
    question.content.some((word) => word.start === date.end) ||
    question.mentions.some((mention) => mention.start === date.end);
  return (
    date.operator !== 'in' && describesNoun && words.slice(date.start, date.end).some((word) => word.folded === 'the')
  );
}

const DATE_OPENERS = new Set([
  'in',
  'on',
  'of',
  'during',
  'since',
  'before',
  'after',
  'from',
  'between',
  'by',
  'at',
  'around',
  'about',
  'early',
  'late',
  'mid',
  'last',
  'this',
  'until',
  'till',
]);
