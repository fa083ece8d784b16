import type { DateMention } from '../question/dates/date-mention.ts';
import { type Mention, meaningsOf } from '../question/mention.ts';
import type { ContentWord, Question, Role } from '../question/question.ts';
import { asPlace, joinPlaces } from './join-places.ts';

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
        words: readonly ContentWord[];
      }
    | { type: 'weapons'; ids: readonly string[]; words: readonly ContentWord[] }
    | { type: 'toll'; measures: readonly string[]; actors: readonly string[] }
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
  const isTolled = (word: ContentWord) =>
    tolled.some((measure) => word.start >= measure.start && word.end <= measure.end);
  const named = question.mentions.filter(wanted).map((mention) => asPlace(question, mention));
  for (const mention of PICKING_INTENTS.has(intentOf(question)) ? joinPlaces(question, named) : named) {
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
      words,
      ...common(mention, hard),
    });
    // "The drone attack" is no rocket attack, whatever else fits.
    const named = mention.weapons !== undefined && !describesNext(question, mention) && intentOf(question) !== 'yes-no';
    if (mention.weapons)
      found.push({ type: 'weapons', ids: mention.weapons, words, ...common(mention, hard || named) });
  }
  for (const measure of question.measures.filter(inside)) {
    if (intentOf(question) === 'figure') {
      found.push({
        type: 'figure',
        measures: meaningsOf(measure, 'measure').map(({ id }) => id),
        ...common(measure, false),
      });
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
    (candidate) => wanted(candidate) && candidate.within === undefined && !isTolled(candidate),
  )) {
    const figure = intentOf(question) === 'figure';
    found.push({
      type: 'word',
      word,
      ...common(word, word.capital && word.unknown && !figure),
      ...(figure ? { lenient: true } : {}),
    });
  }
  return withAsides(
    question,
    found.sort((a, b) => a.start - b.start),
  );
}

function intentOf(question: Question): string {
  return question.intent?.intent ?? '';
}

/** Who is said to have said something is looked for among the figures, and is otherwise one more who was involved. */
function roleOf(question: Question, mention: Mention): Role {
  return question.roles.get(mention.start) ?? 'any';
}

/** Whether a mention must be met: names do, and so do the kind of event and the weapon where a noun says them. */
function isHard(question: Question, mention: Mention): boolean {
  const before = question.words[mention.start - 1]?.folded ?? '';
  // "Pro-Assad fighters" are not Assad, and the "Gaza-war campaign" was not in Gaza.
  if (before === 'pro' || before === 'anti' || isCompound(question, mention)) return false;
  if (actsAsState(question, mention)) return false;
  // "Soleimani's successor Qaani" is not Soleimani.
  const others = question.mentions.some((other) => other !== mention && meaningsOf(other, 'person').length > 0);
  if (question.words[mention.end - 1]?.possessive && others && meaningsOf(mention, 'person').length > 0) return false;
  if (mention.meanings.some((meaning) => ['place', 'actor', 'person', 'event-name'].includes(meaning.type)))
    return true;
  // "Attacks on embassies" leaves out a port, and "the consulate in Kirkuk" an air base there.
  if (meaningsOf(mention, 'place-kind').length > 0 && /^(any|each|every|which|what|by|per)$/.test(before)) return false;
  if (meaningsOf(mention, 'place-kind').length > 0)
    return ['list', 'count'].includes(intentOf(question)) || isOneOfAPlace(question, mention);
  // "Bomb" is said of much, "bombing" of bombings.
  const noun = /ings?$/.test(question.words[mention.end - 1]!.folded);
  const weapons = meaningsOf(mention, 'weapon').filter((meaning) => !meaning.platform || noun);
  const nouns = mention.meanings.some((meaning) => meaning.type === 'kind' && meaning.form === 'noun');
  // A list of rocket attacks holds rocket attacks; a question for one event may call it by a looser name.
  if (weapons.length === 0 && !(nouns && PICKING_INTENTS.has(intentOf(question)))) return false;
  // A yes-or-no question may ask for the kind itself; "bomb" in "bomb drone" only describes the drone.
  return intentOf(question) !== 'yes-no' && !describesNext(question, mention);
}

function isCompound({ text, words }: Question, mention: Mention): boolean {
  return text[words[mention.end - 1]!.end] === '-' && words[mention.end]?.start === words[mention.end - 1]!.end + 1;
}

const STATE_ACTS =
  /^(says?|said|threaten(s|ed)?|supposed|den(y|ies|ied)|admits?|admitted|agree[sd]?|wants?|wanted|accepts?|accepted|apologi[sz]e[sd]?|insist(s|ed)?|demand(s|ed)?|announce[sd]?|claim(s|ed)?|blame[sd]?|vow(s|ed)?|warn(s|ed)?|tells?|told|asks?|asked|order(s|ed)?|approve[sd]?|own|lawmakers?|government|mps|parliament|account|ministry|reply)$/;

/** "Baghdad says sorry", "handed over to Damascus": a city that stands for its government is no place. */
function actsAsState({ words }: Question, mention: Mention): boolean {
  if (!mention.meanings.every((meaning) => meaning.type === 'place')) return false;
  const before = words[mention.start - 1]?.folded ?? '';
  const next = words[mention.end]?.folded ?? '';
  return STATE_ACTS.test(next) || /^(to|between|with)$/.test(before) || (before === 'did' && STATE_ACTS.test(next));
}

/** "The consulate in Kirkuk": a kind of place of which a town has one, with the town. */
function isOneOfAPlace(question: Question, mention: Mention): boolean {
  const next = question.mentions.find((other) => other.start > mention.start);
  return (
    meaningsOf(mention, 'place-kind').some(({ kind }) => SINGLE_KINDS.has(kind)) &&
    next !== undefined &&
    meaningsOf(next, 'place').length > 0 &&
    question.words[mention.end]?.folded === 'in' &&
    next.start - mention.end <= 2
  );
}

const SINGLE_KINDS = new Set(['embassy', 'consulate', 'airport', 'port', 'prison']);

function isWithin(question: Question, mention: Mention): boolean {
  const before = question.words.slice(Math.max(0, mention.start - 2), mention.start).map((word) => word.folded);
  return before.some((word) => ['in', 'during', 'of', 'for', 'over', 'after', 'before', 'amid'].includes(word));
}

function describesNext(question: Question, mention: Mention): boolean {
  // "Bomb-carrying" only describes, as "bomb" does in "bomb drone".
  if (question.text[question.words[mention.end - 1]!.end] === '-') return true;
  return question.mentions.some((next) => next.start === mention.end && meaningsOf(next, 'weapon').length > 0);
}

/** Words within which a "killed" is said of somebody. */
const HURT_REACH = 3;

/** Whether the question says that something was done to somebody whom it names (killed, hurt, captured): "Soleimani killed", "the killing of Soleimani". */
function isHurt(question: Question, mention: Mention): boolean {
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

/** Words within which a "not" reaches, unless punctuation ends it sooner. */
const NEGATION_REACH = 8;

/** Index of the "not" that governs the word at `start`, looking no further back than `from`; nothing where none does. */
export function negationOf(question: Question, start: number, from: number): number | undefined {
  for (let index = start - 1; index >= Math.max(from, start - NEGATION_REACH); index--) {
    const gap = question.text.slice(question.words[index]!.end, question.words[index + 1]!.start);
    if (/[,;.:?()"“”]|\s[-–—]\s/.test(gap)) return undefined;
    if (question.negated.has(index)) return index;
  }
  return undefined;
}

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

function isDoubted(question: Question): boolean {
  return question.words.some((word) => DOUBT.has(word.folded));
}

/** Words within which a relative clause is still the one that a "that" opened. */
const RELATIVE_REACH = 7;

/** "The pact that set 31 December 2011 as the end": a date that a relative clause has for its object dates no event. */
function isObject(question: Question, date: { start: number }): boolean {
  const { words } = question;
  if (DATE_OPENERS.has(words[date.start]!.folded)) return false;
  const before = words.slice(Math.max(1, date.start - RELATIVE_REACH), date.start);
  const relative = before.findLastIndex((word) => word.folded === 'that' || word.folded === 'which');
  return relative !== -1 && relative < before.length - 1;
}

/** "After the 2020 talks", "the Pentagon's April numbers": a date in front of a noun dates what the noun names, not the event asked for. */
function isAnothers(question: Question, date: { start: number; end: number; operator: string }): boolean {
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

/** Intents that want events in which somebody was killed or hurt, when they say so; others ask for the figure itself. */
const TOLL_INTENTS = new Set(['list', 'count', 'order', 'date', 'place', 'actor']);
/** Intents that pick or count among events, and so want those that fit to the letter. */
export const PICKING_INTENTS = new Set(['list', 'count', 'order']);
/** Words that may stand between those who were killed and the word that says so. */
const TOLL_REACH = 3;

function tollOf(
  question: Question,
  measure: Mention,
): { type: 'toll'; measures: string[]; actors: string[] } | undefined {
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
  };
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
