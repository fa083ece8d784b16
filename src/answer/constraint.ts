import type { DateMention } from '../question/dates/date-mention.ts';
import { type Mention, meaningsOf } from '../question/mention.ts';
import type { ContentWord, Question, Role } from '../question/question.ts';

/**
 * One thing that a question demands of the event that answers it. A `hard` one must be met or the event is no answer;
 * a `soft` one counts for the ranking and for how much of the question was met.
 */
export type Constraint = {
  start: number;
  end: number;
  text: string;
  negated: boolean /** Said around the question, not in it. */;
  aside: boolean;
} & (
  | { type: 'mention'; mention: Mention; role: Role; possessive: boolean; words: readonly ContentWord[]; hard: boolean }
  | { type: 'weapons'; ids: readonly string[]; words: readonly ContentWord[]; hard: boolean }
  | { type: 'toll'; measures: readonly string[]; actors: readonly string[]; hard: boolean }
  | { type: 'date'; date: DateMention; hard: true }
  | { type: 'word'; word: ContentWord; hard: boolean }
);

/** Sorts of meaning that must be met: names, and kinds of attack or weapon named by a noun. */
function isHard(mention: Mention): boolean {
  return mention.meanings.some(
    (meaning) =>
      ['place', 'actor', 'person', 'event-name', 'weapon'].includes(meaning.type) ||
      (meaning.type === 'kind' && meaning.form === 'noun'),
  );
}

/**
 * The constraints that a question, or a part of it, puts on an event.
 * @param from index of the first word of the part
 * @param to index after its last word
 * @param asked words that name what is asked for and so describe nothing
 */
export function constraintsOf(
  question: Question,
  from = 0,
  to = question.words.length,
  asked: ReadonlySet<number> = new Set(),
): Constraint[] {
  const inside = (span: { start: number; end: number }) => span.start >= from && span.end <= to;
  const common = (span: { start: number; end: number; text: string }) => ({
    start: span.start,
    end: span.end,
    text: span.text,
    negated: [...question.negated].some((index) => index < span.start && span.start - index <= 3 && index >= from),
    aside: false,
  });
  const speaks = ['figure', 'count', 'yes-no'].includes(question.intent?.intent ?? '');
  const roleOf = (mention: Mention): Role => {
    const role = question.roles.get(mention.start) ?? 'any';
    return role === 'speaker' && !speaks ? 'any' : role;
  };
  const mentions = question.mentions
    .filter((mention) => inside(mention) && !asked.has(mention.start))
    .map(
      (mention): Constraint => ({
        type: 'mention',
        mention,
        role: roleOf(mention),
        possessive: question.words[mention.end - 1]?.possessive ?? false,
        words: question.content.filter((word) => word.within === mention.start),
        // Who gave a figure is looked for among the figures, not among the events.
        hard: isHard(mention) && roleOf(mention) !== 'speaker',
        ...common(mention),
      }),
    );
  const weapons = question.mentions
    .filter((mention) => inside(mention) && mention.weapons !== undefined)
    .map(
      (mention): Constraint => ({
        type: 'weapons',
        ids: mention.weapons ?? [],
        words: question.content.filter((word) => word.within === mention.start),
        hard: true,
        ...common(mention),
      }),
    );
  const dates = question.dates
    .filter(inside)
    .map((date): Constraint => ({ type: 'date', date, hard: true, ...common(date) }));
  const words = question.content
    .filter((word) => inside(word) && !asked.has(word.start) && word.within === undefined)
    .map((word): Constraint => ({ type: 'word', word, hard: word.unknown && word.capital, ...common(word) }));
  return withAsides(
    question,
    [...mentions, ...weapons, ...tolls(question, inside).map((toll): Constraint => ({ ...toll, ...common(toll.span) })), ...dates, ...words].sort((a, b) => a.start - b.start),
  );
}

/** Intents that want events in which somebody was killed or hurt, when they say so; others ask for the figure itself. */
const TOLL_INTENTS = new Set(['list', 'count', 'order', 'date', 'place', 'actor']);
const STRICT_TOLL_INTENTS = new Set(['list', 'count', 'order']);

function tolls(question: Question, inside: (span: { start: number; end: number }) => boolean) {
  const intent = question.intent?.intent ?? '';
  if (!TOLL_INTENTS.has(intent)) return [];
  return question.measures
    .filter((mention) => inside(mention) && mention.toll === true)
    .map((mention) => ({
      type: 'toll' as const,
      measures: meaningsOf(mention, 'measure').map(({ id }) => id),
      // "American troops killed": the dead must be theirs.
      actors: question.mentions
        .filter((other) => question.roles.get(other.start) === 'against' && other.end <= mention.start && mention.start - other.end <= 3)
        .flatMap((other) => meaningsOf(other, 'actor').map(({ id }) => id)),
      hard: STRICT_TOLL_INTENTS.has(intent),
      span: mention,
    }));
}

/** Where the asking sentence names something itself, what the other sentences say is context: it counts, but blocks nothing. */
function withAsides(question: Question, constraints: Constraint[]): Constraint[] {
  const asks = (constraint: Constraint) => question.sentences[constraint.start] === question.asking;
  if (!constraints.some((constraint) => constraint.hard && !constraint.negated && asks(constraint))) return constraints;
  return constraints.map((constraint) =>
    asks(constraint) ? constraint : ({ ...constraint, aside: true, hard: constraint.type === 'date' } as Constraint),
  );
}
