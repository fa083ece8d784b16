import type { DateMention } from '../question/dates/date-mention.ts';
import { type Mention, meaningsOf } from '../question/mention.ts';
import type { ContentWord, Question, Role } from '../question/question.ts';
import { deniedSpan, isOfDenial, isSpared, spared } from './denied-toll.ts';
import { describesNext, isHard } from './hardness.ts';
import { intentOf, PICKING_INTENTS } from './intents.ts';
import { asPlace, joinPlaces } from './join-places.ts';
import { negationOf } from './negation.ts';
import { isAnothers, isDoubted, isObject } from './said-in-passing.ts';
import { isHurt, isSpot, isWithin } from './stance.ts';

interface Common {
  start: number;
  end: number;
  text: string;
  /** A hard constraint must be met or the event is no answer; a soft one counts for the ranking. */
  hard: boolean;
  /** Said around the question, not in it: it counts a little and blocks nothing. */
  aside: boolean;
  /** Describes the figure that is asked for as much as the event: its lack in the event says little. */
  lenient?: boolean;
  /** Index of the "not" that governs it: an event that meets all that one "not" governs is no answer. */
  negation?: number;
}

/** One thing that a question demands of the event that answers it. */
export type Constraint = Common &
  (
    | {
        type: 'mention';
        mention: Mention;
        role: Role;
        possessive: boolean;
        hurt: boolean;
        /** Said of what lies within it: "in the Twelve-Day War". */
        within: boolean;
        /** A place that is given as the spot where it happened. */
        spot: boolean;
        words: readonly ContentWord[];
      }
    | { type: 'weapons'; ids: readonly string[]; words: readonly ContentWord[] }
    | {
        type: 'toll';
        measures: readonly string[];
        actors: readonly string[];
        /** There must have been none: "killed no one". */
        nought: boolean;
      }
    | { type: 'figure'; measures: readonly string[] }
    | { type: 'date'; date: DateMention }
    | { type: 'word'; word: ContentWord }
  );

/** Words of a question, from one index up to another. */
export interface Part {
  from: number;
  to: number;
  /** Words that name what is asked for and so describe nothing. */
  asked?: ReadonlySet<number>;
}

/** The constraints that a question, or a part of it, puts on an event, in the order of its words. */
export function constraintsOf(question: Question, part: Part = { from: 0, to: question.words.length }): Constraint[] {
  const inside = (span: { start: number; end: number }) => span.start >= part.from && span.end <= part.to;
  const wanted = (span: { start: number; end: number }) => inside(span) && !part.asked?.has(span.start);
  const common = (span: { start: number; end: number; text: string }, hard: boolean): Common => {
    const negation = negationOf(question, span.start, part.from);
    const { start, end, text } = span;
    return {
      start,
      end,
      text,
      hard: hard && negation === undefined,
      aside: false,
      ...(negation === undefined ? {} : { negation }),
    };
  };
  const found: Constraint[] = [];
  const tolled: Mention[] = [];
  const counted = intentOf(question) === 'figure' ? question.measures.filter((measure) => measure.toll) : [];
  const isTolled = (word: ContentWord) =>
    [...tolled, ...counted].some((measure) => word.start >= measure.start && word.end <= measure.end);
  const named = question.mentions.filter(wanted).map((mention) => asPlace(question, mention));
  for (const mention of PICKING_INTENTS.has(intentOf(question)) ? joinPlaces(question, named) : named) {
    if (isSpared(question, mention)) continue;
    const role = roleOf(question, mention);
    // "Not the coalition's number" rules out a speaker, not an event.
    if (
      intentOf(question) === 'figure' &&
      meaningsOf(mention, 'actor').length > 0 &&
      negationOf(question, mention.start, part.from) !== undefined
    )
      continue;
    const words = question.content.filter((word) => word.within === mention.start);
    const possessive = question.words[mention.end - 1]?.possessive ?? false;
    const hard = role !== 'speaker' && isHard(question, mention);
    found.push({
      type: 'mention',
      mention,
      role,
      possessive,
      hurt: isHurt(question, mention),
      within: isWithin(question, mention),
      spot: isSpot(question, mention),
      words,
      ...common(mention, hard),
    });
    // "The drone attack" is no rocket attack, whatever else fits.
    const says = !describesNext(question, mention) && intentOf(question) !== 'yes-no';
    if (mention.weapons) found.push({ type: 'weapons', ids: mention.weapons, words, ...common(mention, hard || says) });
  }
  for (const measure of question.measures.filter(inside)) {
    const denied = measure.nought && deniedSpan(measure);
    // "No one died, right?" asks of the event that has the figure; it may be another than nought.
    if (intentOf(question) === (denied ? 'yes-no' : 'figure')) {
      found.push({
        type: 'figure',
        measures: meaningsOf(measure, 'measure').map(({ id }) => id),
        ...common(measure, false),
      });
    }
    if (denied) {
      if (intentOf(question) === 'yes-no') continue;
      const { words, text } = question;
      const said = text.slice(words[denied.start]!.start, words[denied.end - 1]!.end);
      const toll = {
        type: 'toll',
        measures: meaningsOf(measure, 'measure').map(({ id }) => id),
        actors: spared(question, measure),
        nought: true,
      } as const;
      found.push({ ...toll, ...common({ ...denied, text: said }, true) });
      continue;
    }
    const toll = tollOf(question, measure);
    if (!toll) continue;
    found.push({ ...toll, ...common(measure, PICKING_INTENTS.has(intentOf(question))) });
    tolled.push(measure);
  }
  for (const date of question.dates.filter(inside))
    found.push({
      type: 'date',
      date,
      ...common(date, !isDoubted(question) && !isObject(question, date) && !isAnothers(question, date)),
    });
  for (const word of question.content.filter(
    (candidate) =>
      wanted(candidate) && candidate.within === undefined && !isTolled(candidate) && !isOfDenial(question, candidate),
  )) {
    const figure = intentOf(question) === 'figure';
    found.push({
      type: 'word',
      word,
      ...common(word, word.elsewhere || (word.capital && word.unknown && !figure)),
      ...(figure ? { lenient: true } : {}),
    });
  }
  return withAsides(question, onceEach(found.sort((a, b) => a.start - b.start)));
}

/** What a name is to what was done: who did it, whom it was done to, who said so. */
function roleOf(question: Question, mention: Mention): Role {
  return question.roles.get(mention.start) ?? 'any';
}

/** Intents that want events in which somebody was killed or hurt, when they say so; others ask for the figure itself. */
const TOLL_INTENTS = new Set(['list', 'count', 'order', 'date', 'place', 'actor']);
/** Words that may stand between those who were killed and the word that says so. */
const TOLL_REACH = 3;

function tollOf(
  question: Question,
  measure: Mention,
): { type: 'toll'; measures: string[]; actors: string[]; nought: false } | undefined {
  if (!measure.toll || !TOLL_INTENTS.has(intentOf(question))) return undefined;
  // "Any casualties" asks whether there were.
  if (
    question.words
      .slice(Math.max(0, measure.start - 3), measure.end)
      .some((word) => /^any(one|body)?$/.test(word.folded))
  )
    return undefined;
  const victims = question.mentions.filter(
    (other) =>
      question.roles.get(other.start) === 'against' &&
      other.end <= measure.start &&
      measure.start - other.end <= TOLL_REACH,
  );
  return {
    type: 'toll',
    measures: meaningsOf(measure, 'measure').map(({ id }) => id),
    actors: victims.flatMap((victim) => meaningsOf(victim, 'actor').map(({ id }) => id)),
    nought: false,
  };
}

/** What is said again says no more: of a word or a name in the same standing the first is kept. */
function onceEach(constraints: readonly Constraint[]): Constraint[] {
  const seen = new Set<string>();
  return constraints.filter((constraint) => {
    const { type, text, hard, negation } = constraint;
    const role = type === 'mention' ? constraint.role : '';
    const key = [type, text.toLowerCase(), hard, negation, role].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Where the asking sentence names something itself, what the other sentences say is context. */
function withAsides(question: Question, constraints: Constraint[]): Constraint[] {
  const asks = (constraint: Constraint) => question.sentences[constraint.start] === question.asking;
  if (!constraints.some((constraint) => constraint.hard && asks(constraint))) return constraints;
  return constraints.map((constraint) =>
    asks(constraint) || constraint.type === 'date' ? constraint : asAside(constraint),
  );
}

/** The constraint as something said in passing. */
export function asAside(constraint: Constraint): Constraint {
  return { ...constraint, aside: true, hard: false };
}
