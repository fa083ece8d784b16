import { type Mention, meaningsOf } from '../question/mention.ts';
import type { Question } from '../question/question.ts';
import type { Figure, Timeline } from '../record/timeline.ts';
import { type Ask, CLAUSE_WORDS } from './ask.ts';
import type { CountedPhrase } from './counted-phrase.ts';
import { measureClosure } from './measures.ts';

/** The measures that the question asks for: "how many U.S. troops were killed" asks for the killed. */
export function askedMeasures(ask: Ask, phrase: CountedPhrase | undefined): Asked {
  const { question } = ask;
  const stated = question.intent?.attributes.measure;
  const slots = question.intent?.matches.flatMap((match) => match.slots.filter(({ slot }) => slot === 'measure')) ?? [];
  const open = beforeClause(question, phrase, openMeasures(question));
  const tolls = open.filter((mention) => countsHarm(ask, mention));
  // "How many U.S. soldiers were killed" asks for the killed, not for the soldiers.
  const victims = slots.some((slot) =>
    tolls.some(
      (toll) => toll.start === slot.start || (toll.start >= slot.end && toll.start - slot.end <= VICTIMS_REACH),
    ),
  );
  const inside = countedMeasures(question, phrase);
  // "How many rockets fell the night a soldier was killed" asks for rockets: a toll is asked for where it is near.
  const near =
    !phrase || !inside || tolls.some((toll) => toll.start - phrase.end <= VICTIMS_REACH && toll.start >= phrase.start);
  const toll = tolls.length > 0 && near && (victims || question.intent?.intent === 'yes-no');
  const mentions = toll ? tolls : (inside ?? (tolls.length > 0 ? tolls : open));
  // "The count of dead once another died of his wounds" names the dead.
  const isInside = (mention: Mention) =>
    phrase !== undefined && mention.start >= phrase.start && mention.start < phrase.end;
  const isBehind = (mention: Mention) => phrase !== undefined && mention.start >= phrase.end;
  const isNamed = tolls.some(isInside) ? isInside : isBehind;
  const measures = [
    ...mentions.map((mention) => ({
      ids: meaningsOf(mention, 'measure').map((meaning) => meaning.id),
      named: slots.some((slot) => slot.start === mention.start) || isNamed(mention),
    })),
    ...(stated === undefined ? [] : [{ ids: [stated], named: true }]),
  ];
  return { measures, toll: toll || (inside === undefined && tolls.length > 0) };
}

/** The measures whose number the question does not give itself: "how many Katyushas in the volley that wounded four". */
export function openMeasures(question: Question): readonly Mention[] {
  const given = (mention: Mention) =>
    question.content.some(
      ({ number, start, end }) => number !== undefined && (start === mention.end || end === mention.start),
    );
  const open = question.measures.filter((mention) => !given(mention));
  return question.intent?.intent === 'figure' && open.length > 0 ? open : question.measures;
}

/**
 * The measures that may be meant by what is counted: "how many Spaniards were there when rockets landed" asks for no
 * rockets.
 */
function beforeClause(
  { words }: Question,
  phrase: CountedPhrase | undefined,
  measures: readonly Mention[],
): readonly Mention[] {
  if (!phrase) return measures;
  const clause = words.findIndex((word, index) => index >= phrase.end && CLAUSE_WORDS.has(word.folded));
  return clause < 0 ? measures : measures.filter(({ start }) => start < clause);
}

/** Whether words of a question count people killed or hurt: a toll, or a part of one, as brain injuries are of the wounded. */
export function countsHarm({ engine }: Ask, mention: Mention): boolean {
  const partOf = (id: string) => engine.timeline.measures.get(id)?.within ?? '';
  return mention.toll === true || meaningsOf(mention, 'measure').some(({ id }) => engine.language.isToll(partOf(id)));
}

/** What a question asks to be counted. */
export interface Asked {
  measures: readonly AskedMeasure[];
  /** Whether people killed or hurt are asked for. */
  toll: boolean;
}

/**
 * The measures of what is counted: of the words behind "how many", and before them of what was done to it ("how many of
 * the crew were charged"). Nothing where the question counts by no phrase, or by words that no measure knows.
 */
function countedMeasures(question: Question, phrase: CountedPhrase | undefined): readonly Mention[] | undefined {
  if (!phrase) return undefined;
  const done = question.measures.filter(
    (measure) =>
      measure.start >= phrase.end &&
      measure.start <= phrase.end + PREDICATE_REACH &&
      PASSIVE.test(question.words[measure.start - 1]?.folded ?? ''),
  );
  const inside = question.measures.filter((measure) => measure.end > phrase.start && measure.start < phrase.end);
  return done.length + inside.length > 0 ? [...done, ...inside] : undefined;
}

const PASSIVE = /^(was|were|been|got|being|be)$/;
const PREDICATE_REACH = 3;

/** A measure that a question asks for; `named` where it stands behind the words that are counted. */
export interface AskedMeasure {
  ids: readonly string[];
  named: boolean;
}

/** Words that may stand between those who are counted and what happened to them. */
const VICTIMS_REACH = 4;

/** 1 where the figure counts what was asked, less where it counts a part of it or more than it. */
export function measureFit(figure: Figure, asked: readonly AskedMeasure[], timeline: Timeline): number {
  const closure = measureClosure(figure.what, timeline);
  const part = timeline.measures.get(figure.what)?.within !== undefined;
  let best = 0;
  for (const { ids, named } of asked) {
    const fit = ids.includes(figure.what)
      ? 1
      : ids.some((id) => closure.includes(id))
        ? figure.value === 0 || part
          ? 0.9
          : 0.7
        : ids.some((id) => timeline.measures.get(id)?.covers?.some((covered) => closure.includes(covered)))
          ? 0.7
          : 0;
    best = Math.max(best, fit > 0 && named ? fit + NAMED_FIRST : fit);
  }
  return best;
}

/** What the measure right behind "how many" has before others that the question mentions. */
const NAMED_FIRST = 0.25;
