import type { Lexicon } from '../question/lexicon.ts';
import { type Mention, meaningsOf } from '../question/mention.ts';
import type { Question } from '../question/question.ts';
import type { Figure, Timeline, TimelineEvent } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import type { Ask } from './ask.ts';
import { inOrderOfDate, wholes } from './compose/tolls.ts';
import { negationOf } from './constraint.ts';
import { type CountedPhrase, countedPhrase } from './counted-phrase.ts';
import { actorsIn, measureClosure } from './event-facts.ts';

/** How well a figure fits what was asked. */
interface Fit {
  figure: Figure;
  measure: number;
  speaker: number;
  of: number;
}

/** The figures of an event that answer a question, the one that answers best first, then the others of its measure. */
export function selectFigures(ask: Ask, event: TimelineEvent): Figure[] {
  const { timeline } = ask.engine;
  const phrase = countedPhrase(ask.question);
  const asked = askedMeasures(ask, phrase);
  const telling = tellingTokens(ask);
  const tolled = ask.question.measures.some((mention) => mention.toll);
  const fits = (event.figures ?? [])
    .filter((figure) => mayCount(ask, figure, phrase, asked))
    .map(
      (figure): Fit => ({
        figure,
        // Who asks for the dead is not told how many were there.
        measure: measureFit(figure, asked, timeline) || (tolled ? 0 : sameNoun(ask, figure)),
        speaker: speakerFit(ask, figure, timeline),
        of: wordFit(ask, figure, telling),
      }),
    );
  const spoken = fits.some((fit) => fit.speaker > 0)
    ? fits.filter((fit) => fit.speaker > 0)
    : fits.filter((fit) => fit.speaker === 0);
  const measurable = tolled || spoken.some((fit) => fit.measure > 0);
  const worth = (fit: Fit) => (measurable && fit.measure === 0 ? 0 : fit.measure + fit.of * WORDS);
  const best = Math.max(0, ...spoken.map(worth));
  if (best < ENOUGH) return [];
  const chosen = inOrderOfDate(
    withoutParts(
      spoken.filter((fit) => worth(fit) >= best - NEAR).map((fit) => fit.figure),
      asked,
    ),
  );
  // What answers by its words alone has no others but those of its own measure.
  const unmeasured = chosen.every((figure) => measureFit(figure, asked, timeline) === 0);
  const measured = Math.max(0, ...spoken.map((fit) => fit.measure));
  const others = inOrderOfDate(
    spoken
      .filter((fit) => worth(fit) < best - NEAR && fit.measure > 0 && fit.measure >= measured - 0.6)
      .map((fit) => fit.figure)
      .filter(
        (figure) =>
          chosen.some(({ what }) => what === figure.what) || (!unmeasured && measureFit(figure, asked, timeline) > 0),
      ),
  );
  const first = ask.question.intent?.attributes.stage === 'first';
  return first ? [...chosen, ...others] : [...chosen.reverse(), ...others.reverse()];
}

/**
 * Whether a figure may be what "how many X" asks for: it counts X by its measure or by its own words, it counts no other
 * nation's people, and it is a number.
 */
function mayCount(
  ask: Ask,
  figure: Figure,
  phrase: CountedPhrase | undefined,
  asked: readonly AskedMeasure[],
): boolean {
  if (!phrase) return true;
  if (isOfOthers(ask, figure, phrase)) return false;
  if (measureFit(figure, asked, ask.engine.timeline) > 0) return true;
  // A date or a vote is no answer to "how many".
  if (typeof figure.value === 'object' && 'words' in figure.value) return false;
  if (phrase.tokens.length === 0 || countsThem(ask, figure, phrase)) return true;
  const { analyzer } = ask.engine.language;
  const tokens = new Set(analyzer.tokens(`${headOf(figure.of)} ${figure.what.replaceAll('-', ' ')}`));
  return phrase.tokens.some((token) => tokens.has(token));
}

/** Whether a figure counts the people of somebody whom the question counts: "how many IS men". */
function countsThem(ask: Ask, figure: Figure, phrase: CountedPhrase): boolean {
  const counted = actorsIn(figure.of, ask.engine.timeline, ask.engine.language.lexicon);
  return ask.question.mentions
    .filter((mention) => mention.start >= phrase.start && mention.start < phrase.end)
    .some((mention) => meaningsOf(mention, 'actor').some(({ id }) => counted.has(id)));
}

/** The people whom a figure counts, before what it says of them: "U.S. troops" of "U.S. troops in Iraq at the start". */
function headOf(of: string): string {
  return of.split(/[,;(]|\b(?:in|at|on|from|to|of|by|for|with|near|during|who|that|which)\b/)[0]!;
}

/** "How many Iraqi troops" is not answered with a count of Kuwaitis. */
function isOfOthers(ask: Ask, figure: Figure, phrase: CountedPhrase): boolean {
  const { timeline, language } = ask.engine;
  const stateOf = (ids: Iterable<string>) =>
    [...timeline.gazetteer.actorClosure([...ids])].filter((id) => timeline.gazetteer.actors.get(id)?.kind === 'state');
  const wanted = stateOf(
    ask.question.mentions
      .filter((mention) => mention.start >= phrase.start && mention.start < phrase.end)
      .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id)),
  );
  const counted = stateOf(actorsIn(figure.of, timeline, language.lexicon));
  return wanted.length > 0 && counted.length > 0 && !wanted.some((id) => counted.includes(id));
}

/** Leaves out what counts a part of a number that the same speaker gave the same day: the 25 flown home of 110 hurt. */
function withoutParts(figures: readonly Figure[], asked: readonly AskedMeasure[]): Figure[] {
  const isAsked = (figure: Figure) => asked.some(({ ids }) => ids.includes(figure.what));
  const kept = new Set(wholes(figures));
  return figures.filter((figure) => isAsked(figure) || kept.has(figure));
}

/** What the words of a figure count for against its measure, how near the best another must be, and how much is enough. */
const WORDS = 1.15;
const NEAR = 0.2;
const ENOUGH = 0.38;

/** The tokens by which the question says more than its measures and names do: each must speak for a figure by itself. */
function tellingTokens(ask: Ask): string[][] {
  const { question } = ask;
  const measured = (start: number) =>
    question.measures.some((measure) => start >= measure.start && start < measure.end);
  const { gazetteer } = ask.engine.timeline;
  const peoples = question.mentions.flatMap((mention) =>
    meaningsOf(mention, 'actor').flatMap(({ id }) =>
      gazetteer.actors.get(id)?.kind === 'state' || question.roles.get(mention.start) === 'against'
        ? [[`actor:${id}`]]
        : [],
    ),
  );
  return [
    ...question.content.filter((word) => !measured(word.start)).map((word) => word.tokens.map(({ token }) => token)),
    ...peoples,
  ];
}

/** Share of what the question says of the figure (a launcher, Iraqi civilians) that the figure's own words say too. */
function wordFit(ask: Ask, figure: Figure, telling: readonly string[][]): number {
  if (telling.length === 0) return 0;
  const { analyzer, lexicon } = ask.engine.language;
  const text = `${figure.of} ${figure.what.replaceAll('-', ' ')} ${figure.note ?? ''}`;
  const tokens = new Set([
    ...analyzer.tokens(text),
    ...[...actorsIn(text, ask.engine.timeline, lexicon)].map((id) => `actor:${id}`),
  ]);
  const weights = telling.map((group) => rarity(ask, group));
  const hit = telling.reduce(
    (sum, group, index) => sum + (group.some((token) => tokens.has(token)) ? weights[index]! : 0),
    0,
  );
  const most = [...weights]
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, weight) => sum + weight, 0);
  return most === 0 ? 0 : Math.min(1, hit / most);
}

/** How much a word tells a figure by: the rarer in the record, the more; nationalities as much as a rare word. */
function rarity(ask: Ask, group: readonly string[]): number {
  const { index } = ask.engine;
  const held = Math.max(...group.map((token) => index.frequency(token)));
  return Math.log((index.size + 1) / (held + 0.5));
}

/** The measures that the question asks for, the nearest to "how many" last: "how many U.S. troops were killed" asks for the killed. */
function askedMeasures(ask: Ask, phrase: CountedPhrase | undefined): AskedMeasure[] {
  const { question } = ask;
  const stated = question.intent?.attributes.measure;
  const slots = question.intent?.matches.flatMap((match) => match.slots.filter(({ slot }) => slot === 'measure')) ?? [];
  const tolls = question.measures.filter((mention) => mention.toll);
  // "How many U.S. soldiers were killed" asks for the killed, not for the soldiers.
  const victims = slots.some((slot) =>
    tolls.some(
      (toll) => toll.start === slot.start || (toll.start >= slot.end && toll.start - slot.end <= VICTIMS_REACH),
    ),
  );
  const toll = tolls.length > 0 && (victims || question.intent?.intent === 'yes-no');
  const mentions = toll ? tolls : (countedMeasures(question, phrase) ?? (tolls.length > 0 ? tolls : question.measures));
  return [
    ...mentions.map((mention) => ({
      ids: meaningsOf(mention, 'measure').map((meaning) => meaning.id),
      named:
        slots.some((slot) => slot.start === mention.start) || (phrase !== undefined && mention.start >= phrase.end),
    })),
    ...(stated === undefined ? [] : [{ ids: [stated], named: true }]),
  ];
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
  const inside = question.measures.filter((measure) => measure.start >= phrase.start && measure.start < phrase.end);
  return done.length + inside.length > 0 ? [...done, ...inside] : undefined;
}

const PASSIVE = /^(was|were|been|got|being|be)$/;
const PREDICATE_REACH = 3;

/** A measure that a question asks for; `named` where it stands right behind "how many". */
interface AskedMeasure {
  ids: readonly string[];
  named: boolean;
}

/** Words that may stand between those who are counted and what happened to them. */
const VICTIMS_REACH = 4;

/** 1 where the figure counts what was asked, less where it counts a part of it or more than it. */
function measureFit(figure: Figure, asked: readonly AskedMeasure[], timeline: Timeline): number {
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
        : ids.some((id) => timeline.measures.get(id)?.covers?.includes(figure.what))
          ? 0.7
          : 0;
    best = Math.max(best, fit > 0 && named ? fit + NAMED_FIRST : fit);
  }
  return best;
}

/** What the measure right behind "how many" has before others that the question mentions. */
const NAMED_FIRST = 0.25;

/** 1 where the figure was given by somebody whom the question names as its speaker, -1 where it rules that speaker out. */
function speakerFit(ask: Ask, figure: Figure, timeline: Timeline): number {
  const { question, engine } = ask;
  const speakers = question.mentions.filter(
    (mention) => question.roles.get(mention.start) === 'speaker' || meaningsOf(mention, 'person').length > 0,
  );
  const named = speakersIn(figure.saidBy, timeline, engine.language.lexicon);
  const said = speakers.filter((mention) =>
    mention.meanings.some((meaning) => 'id' in meaning && named.has(`${meaning.type}:${meaning.id}`)),
  );
  if (said.some((mention) => negationOf(question, mention.start, 0) !== undefined)) return -1;
  return said.length > 0 || isSaidBy(ask, figure) ? 1 : 0;
}

/** Words of a speaker that the gazetteer need not know: "TIME's number", "the interior minister". */
function isSaidBy(ask: Ask, figure: Figure): boolean {
  const { analyzer } = ask.engine.language;
  const own = new Set(analyzer.tokens(figure.saidBy));
  const counted = new Set(analyzer.tokens(`${figure.of} ${figure.what.replaceAll('-', ' ')}`));
  return ask.question.content.some(
    (word) =>
      word.number === undefined &&
      word.tokens.some(
        ({ token }) =>
          own.has(token) && !counted.has(token) && ask.engine.index.frequency(token) < ask.engine.index.size / 10,
      ),
  );
}

/** "How many rockets were still in the launcher" may ask for another measure of rockets than the one fired. */
function sameNoun(ask: Ask, figure: Figure): number {
  const { analyzer } = ask.engine.language;
  const asking = new Set(analyzer.tokens('how many'));
  const nouns = new Set(analyzer.tokens(`${figure.what.replaceAll('-', ' ')} ${figure.of}`));
  const asked = ask.question.measures.flatMap((mention) =>
    analyzer.tokens(mention.text).filter((token) => !asking.has(token)),
  );
  return asked.some((token) => nouns.has(token)) ? 0.5 : 0;
}

/** Everybody whom the words of a speaker name: "Gen. Milley", "Pentagon (Ryder)". */
function speakersIn(saidBy: string, timeline: Timeline, lexicon: Lexicon): Set<string> {
  const text = words(saidBy);
  const keys = text.map((word) => (word.article ? undefined : word.folded));
  const named = new Set<string>();
  for (let index = 0; index < text.length; index++) {
    const match = lexicon.names.longestAt(index, text.length, (at) => keys[at]);
    if (!match) continue;
    for (const meaning of match.values) {
      if (meaning.type === 'actor')
        for (const id of timeline.gazetteer.actorClosure([meaning.id])) named.add(`actor:${id}`);
      if (meaning.type === 'person') named.add(`person:${meaning.id}`);
    }
    index = match.end - 1;
  }
  return named;
}
