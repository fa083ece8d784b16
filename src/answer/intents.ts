import type { Question } from '../question/question.ts';

/** Intents that pick or count among events, and so want those that fit to the letter. */
export const PICKING_INTENTS = new Set(['list', 'count', 'order']);

/** The intent of a question; nothing read is an empty string. */
export function intentOf(question: Question): string {
  return question.intent?.intent ?? '';
}
