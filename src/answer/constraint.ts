import type { DateMention } from '../question/dates/date-mention.ts';
import type { Mention } from '../question/mention.ts';
import type { ContentWord, Question, Role } from '../question/question.ts';

/**
 * One thing that a question demands of the event that answers it. A `hard` one must be met or the event is no answer;
 * a `soft` one counts for the ranking and for how much of the question was met.
 */
export type Constraint = { start: number; end: number; text: string; negated: boolean } & (
  | { type: 'mention'; mention: Mention; role: Role; hard: boolean }
  | { type: 'date'; date: DateMention; hard: true }
  | { type: 'word'; word: ContentWord; hard: boolean }
);

/** Sorts of meaning that must be met: names, and kinds of attack or weapon named by a noun. */
function isHard(mention: Mention): boolean {
  return mention.meanings.some(
    (meaning) =>
      ['place', 'actor', 'person', 'event-name', 'weapon'].includes(meaning.type) || (meaning.type === 'kind' && meaning.form === 'noun'),
  );
}

/**
 * The constraints that a question, or a part of it, puts on an event.
 * @param from index of the first word of the part
 * @param to index after its last word
 * @param asked words that name what is asked for and so describe nothing
 */
export function constraintsOf(question: Question, from = 0, to = question.words.length, asked: ReadonlySet<number> = new Set()): Constraint[] {
  const inside = (span: { start: number; end: number }) => span.start >= from && span.end <= to;
  const negated = (start: number) => [...question.negated].some((index) => index < start && start - index <= 3 && index >= from);
  const mentions = question.mentions
    .filter((mention) => inside(mention) && !asked.has(mention.start))
    .map(
      (mention): Constraint => ({
        type: 'mention',
        mention,
        role: question.roles.get(mention.start) ?? 'any',
        hard: isHard(mention),
        start: mention.start,
        end: mention.end,
        text: mention.text,
        negated: negated(mention.start),
      }),
    );
  const dates = question.dates
    .filter(inside)
    .map((date): Constraint => ({ type: 'date', date, hard: true, start: date.start, end: date.end, text: date.text, negated: negated(date.start) }));
  const words = question.content
    .filter((word) => inside(word) && !asked.has(word.start))
    .map((word): Constraint => ({ type: 'word', word, hard: word.unknown, start: word.start, end: word.end, text: word.text, negated: negated(word.start) }));
  return [...mentions, ...dates, ...words].sort((a, b) => a.start - b.start);
}
