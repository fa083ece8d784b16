/** The kinds of question that there are; an answer is of the kind of its question. */
export const QUESTION_KINDS = [
  'date',
  'place',
  'actor',
  'figure',
  'list',
  'count',
  'interval',
  'order',
  'cause',
  'sequel',
  'yes-no',
  'meta',
  'none',
] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];
