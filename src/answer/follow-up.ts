import type { Mention } from '../question/mention.ts';
import type { Question } from '../question/question.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer } from './answer.ts';
import { type Constraint, constraintsOf } from './constraint.ts';
import type { Engine } from './engine.ts';
import { isNaming } from './find.ts';

/** What a thread is about so far. */
export interface Context {
  /** The last question of the thread as it was read, with what it had taken over from earlier ones. */
  question: Question;
  /** The event that the thread is about, where it is one. */
  subject?: TimelineEvent;
}

/** Words that lean on what was said before. */
const LEANING = new Set([
  'it',
  'that',
  'this',
  'there',
  'then',
  'they',
  'them',
  'those',
  'these',
  'he',
  'she',
  'his',
  'her',
  'its',
  'their',
  'next',
  'previous',
  'same',
]);
const OPENERS = new Set(['and', 'what about', 'how about', 'but', 'ok', 'okay', 'so', 'also']);

/** A question with what it takes over from its thread. */
export interface FollowUp {
  question: Question;
  /** The event that the thread is about, where the question may lean on it. */
  subject?: TimelineEvent;
  /** The question says enough to stand alone: it is about the thread's event only where it finds none of its own. */
  standsAlone?: boolean;
}

/** A question of a thread with what it leaves out taken over from the one before. */
export function followUp(question: Question, context: Context | undefined): FollowUp {
  if (!context) return { question };
  const own = constraintsOf(question);
  const names = namesIn(question, own);
  const leans = pointsBack(question);
  if (names.length === 0)
    return context.subject
      ? {
          question: withIntent(question, context),
          subject: context.subject,
          standsAlone: !leans && own.filter(describes).length >= 2,
        }
      : { question: merge(question, context) };
  return leans && isFragment(question) ? { question: merge(question, context) } : subjectOf(question, context, leans);
}

/** Whether a question may be about what was said before it: it names nothing by which it could stand alone, or points back. */
export function leansOnThread(question: Question): boolean {
  return pointsBack(question) || namesIn(question, constraintsOf(question)).length === 0;
}

function pointsBack(question: Question): boolean {
  return (
    question.words.some((word, index) => LEANING.has(word.folded) && !isRelative(question, index)) ||
    OPENERS.has(question.words[0]?.folded ?? '') ||
    OPENERS.has(`${question.words[0]?.folded} ${question.words[1]?.folded}`)
  );
}

/** "The attack that killed two" leans on nothing: its "that" opens a clause on what stands before it. */
function isRelative(question: Question, index: number): boolean {
  if (question.words[index]!.folded !== 'that') return false;
  const describes = (span: { start: number; end: number }) => span.end === index;
  const next = question.words[index + 1]?.folded;
  return (
    next !== undefined &&
    !POINTED_AT.has(next) &&
    (question.mentions.some(describes) || question.content.some(describes) || question.measures.some(describes))
  );
}

const POINTED_AT = new Set([
  'day',
  'night',
  'morning',
  'evening',
  'week',
  'month',
  'year',
  'one',
  'time',
  'attack',
  'strike',
  'event',
  'same',
]);

/** A constraint that says something of an event, more than which figure of it is asked for. */
function describes(constraint: Constraint): boolean {
  return (
    constraint.type === 'mention' ||
    constraint.type === 'date' ||
    (constraint.type === 'word' && !constraint.word.unknown)
  );
}

/** A constraint that sets a question on its own feet: a place, actor, person or event, or a date with its year. */
function standsOnItsOwn(constraint: Constraint): boolean {
  if (constraint.type === 'date') return constraint.date.open === undefined;
  return isNaming(constraint);
}

/** What sets a question on its own feet. */
function namesIn(question: Question, constraints: readonly Constraint[]): readonly Constraint[] {
  return constraints.filter((constraint) => standsOnItsOwn(constraint) && !isOfFigure(constraint, question));
}

/** "How many of the dead were American, by the Pentagon's count": who is counted, and who counts, names no other event. */
function isOfFigure(constraint: Constraint, question: Question): boolean {
  return (
    question.intent?.intent === 'figure' &&
    constraint.type === 'mention' &&
    constraint.mention.meanings.every(({ type }) => type === 'actor' || type === 'place') &&
    constraint.mention.meanings.some(({ type }) => type === 'actor')
  );
}

/** A leaning question that names somebody besides ("how did Iraq take that") still is about the thread's event. */
function subjectOf(
  question: Question,
  context: Context,
  leans: boolean,
): { question: Question; subject?: TimelineEvent } {
  return leans && context.subject ? { question, subject: context.subject } : { question };
}

/** A fragment states a new date or name and leaves the rest to the question before: "and in 2021?". */
function isFragment(question: Question): boolean {
  return question.intent === undefined || question.words.length <= 5;
}

/** Words up to which a question without an intent of its own is a fragment of the one before. */
const FRAGMENT = 3;

function withIntent(question: Question, context: Context): Question {
  return question.intent === undefined && question.words.length <= FRAGMENT && context.question.intent !== undefined
    ? { ...question, intent: context.question.intent }
    : question;
}

/** Joins two readings word by word: the earlier one's names, less those of a sort that the new one names itself. */
function merge(question: Question, context: Context): Question {
  const earlier = context.question;
  const shift = question.words.length;
  const sorts = new Set(question.mentions.flatMap((mention) => sortsOf(mention)));
  const keptDates = question.dates.length > 0 ? [] : earlier.dates;
  const keptMentions = earlier.mentions.filter((mention) => !sortsOf(mention).some((sort) => sorts.has(sort)));
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + shift,
    end: span.end + shift,
  });
  const intent = question.intent ?? (earlier.intent && { ...earlier.intent, used: new Set<number>(), matches: [] });
  return {
    text: `${question.text} ${earlier.text}`,
    words: [
      ...question.words,
      ...earlier.words.map((word) => ({
        ...word,
        start: word.start + question.text.length + 1,
        end: word.end + question.text.length + 1,
      })),
    ],
    corrections: question.corrections,
    dates: [...question.dates, ...keptDates.map(move)],
    mentions: [...question.mentions, ...keptMentions.map(move)],
    measures: [...question.measures, ...earlier.measures.map(move)],
    sentences: [...question.sentences, ...earlier.words.map(() => question.asking)],
    asking: question.asking,
    roles: new Map([...question.roles, ...[...earlier.roles].map(([index, role]) => [index + shift, role] as const)]),
    intent,
    content: [
      ...question.content,
      ...earlier.content
        .filter((word) => word.within === undefined || keptMentions.some((mention) => mention.start === word.within))
        .map((word) => ({ ...move(word), ...(word.within === undefined ? {} : { within: word.within + shift }) })),
    ],
    negated: question.negated,
  };
}

function sortsOf(mention: Mention): string[] {
  const sorts = mention.meanings
    .map((meaning) => meaning.type)
    .filter((type) => type !== 'measure' && type !== 'place-kind');
  return sorts.map((sort) => (sort === 'generic-kind' || sort === 'weapon' ? 'kind' : sort));
}

/** What the thread is about after an answer: its one event, or still the one before where nothing was found. */
export function rememberAnswer(
  question: Question,
  answer: Answer,
  context: Context | undefined,
  engine: Engine,
): Context {
  const single =
    answer.status === 'answered' && answer.events[0] ? engine.timeline.byId.get(answer.events[0].id) : undefined;
  const subject = single ?? (answer.status === 'declined' ? context?.subject : undefined);
  return { question, ...(subject ? { subject } : {}) };
}
