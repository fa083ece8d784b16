import { words as splitWords, type Word } from '../record/words.ts';
import type { Analyzer } from '../search/analyzer.ts';
import type { DateMention } from './dates/date-mention.ts';
import { findDates } from './dates/find-dates.ts';
import type { English } from './english.ts';
import { findMeasures, findMentions, type MeasureTraits } from './find-mentions.ts';
import { readIntent } from './intent.ts';
import type { IntentTable } from './intent-table.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mention, meaningsOf } from './mention.ts';
import type { ContentWord, Question } from './question.ts';
import { readRoles } from './roles.ts';
import { askingSentence, clauseEnds, clauseStarts, courtesyTail, sentenceNumbers } from './sentences.ts';
import { type Spelling, undoSlips } from './spelling.ts';

/** What reading needs to know: English, the intents, and the vocabulary of one timeline. */
export interface Language extends MeasureTraits {
  english: English;
  intents: IntentTable;
  analyzer: Analyzer;
  lexicon: Lexicon;
  spelling: Spelling;
  /** Whether a kind of event is one in which somebody was attacked. */
  isAttack(kind: string): boolean;
  /** Whether any event's text holds a token. */
  recordHolds(token: string): boolean;
}

/** Words that tie clauses together and are read as relations, never as descriptions. */
export const RELATION_WORDS = new Set([
  'before',
  'after',
  'since',
  'until',
  'till',
  'between',
  'following',
  'prior',
  'during',
  'first',
  'last',
  'next',
  'previous',
  'latest',
  'earliest',
  'earlier',
  'later',
  'not',
  'against',
  'by',
  'from',
  'versus',
  'vs',
  'v',
  'or',
  'and',
  'then',
  'near',
  'outside',
  'inside',
  'around',
  'over',
  'off',
  'above',
  'below',
  'beside',
  'close',
]);

const NEGATIONS = new Set(['not', 'except', 'excluding', 'without', 'isnt', 'wasnt', 'nor']);

/**
 * Reads a question against the language of one timeline.
 * @param today the day of asking
 */
export function readQuestion(text: string, language: Language, today: Temporal.PlainDate): Question {
  const { english, analyzer, lexicon } = language;
  const typed = undoSlips(splitWords(text), english.misspellings, (folded) => lexicon.names.hasWord(folded));
  const { words: corrected, corrections } = language.spelling.correct(typed, (folded) => isKnown(folded, language));
  const dates = findDates(text, corrected, today);
  const taken = new Set(dates.flatMap((date) => range(date.start, date.end)));
  const fillers = new Set<number>();
  for (let index = 0; index < corrected.length; index++) {
    if (taken.has(index)) continue;
    const phrase = english.phrases.longestAt(index, corrected.length, (at) => corrected[at]!.folded);
    if (phrase && phrase.end - index > 1) for (const at of range(index, phrase.end)) fillers.add(at);
  }
  const reserved = new Set([...taken, ...pronounFillers(corrected, fillers)]);
  const found = findMentions(text, corrected, reserved, fillers, lexicon, analyzer);
  const words = withPossessives(corrected, found, lexicon);
  const measures = findMeasures(text, words, reserved, lexicon, analyzer, language);
  const sentences = sentenceNumbers(text, words);
  const starts = clauseStarts(text, words);
  const intent = readIntent(language.intents, {
    words,
    mentions: found,
    measures,
    dates,
    starts,
    ends: clauseEnds(text, words),
    tail: courtesyTail(words, english.courtesies),
    sentences,
  });
  const used = new Set([...fillers, ...(intent?.used ?? [])]);
  // A word of kind or weapon that is harmless in questions ("list", "day") describes no event.
  const mentions = found.filter(
    (mention) =>
      isName(mention) ||
      mention.end - mention.start > 1 ||
      !range(mention.start, mention.end).every((index) => isHarmless(words[index]!, english)),
  );
  return {
    text,
    words,
    corrections,
    dates,
    mentions,
    measures,
    roles: readRoles(
      words,
      mentions,
      new Set(measures.filter((mention) => mention.toll).map((mention) => mention.start)),
      language.isAttack,
    ),
    intent,
    content: contentWords(text, words, dates, mentions, used, language),
    negated: new Set(
      words.flatMap((word, index) =>
        NEGATIONS.has(word.folded) &&
        !['to', 'be', 'yet', 'only'].includes(words[index + 1]?.folded ?? '') &&
        // "Wasn't it claimed by" asks whether it was.
        !(starts.has(index) && word.folded.endsWith('nt'))
          ? [index]
          : [],
      ),
    ),
    sentences,
    asking: askingSentence(text, words, sentences, intent),
  };
}

/** "Saddams reactor" is Saddam's: a possessive typed without its apostrophe. */
function withPossessives(words: readonly Word[], mentions: readonly Mention[], lexicon: Lexicon): Word[] {
  const bare = new Set(
    mentions.flatMap((mention) => {
      const last = mention.end - 1;
      const { folded } = words[last]!;
      return meaningsOf(mention, 'person').length > 0 && folded.endsWith('s') && !lexicon.names.hasWord(folded)
        ? [last]
        : [];
    }),
  );
  return words.map((word, index) => (bare.has(index) ? { ...word, possessive: true } : word));
}

function isKnown(folded: string, language: Language): boolean {
  return language.lexicon.knows(folded) || language.recordHolds(language.analyzer.key(folded));
}

/** A filler keeps its words from being names only where it ends in a pronoun that is also a name: "tell us". */
function pronounFillers(words: readonly Word[], fillers: ReadonlySet<number>): number[] {
  return [...fillers].filter((index) => words[index]!.folded === 'us');
}

function contentWords(
  text: string,
  words: readonly Word[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  used: ReadonlySet<number>,
  language: Language,
): ContentWord[] {
  const { english, analyzer } = language;
  const named = new Set<number>();
  for (const date of dates) for (const index of range(date.start, date.end)) named.add(index);
  for (const mention of mentions)
    if (isName(mention)) for (const index of range(mention.start, mention.end)) named.add(index);
  const preface = prefaceEnd(text, words, mentions);
  const starts = clauseStarts(text, words);
  const found: ContentWord[] = [];
  for (const term of groupTerms(analyzer.terms(words))) {
    const indexes = range(term.start, term.end);
    if (term.end <= preface || indexes.some((index) => named.has(index))) continue;
    const inside = mentions.find(
      (mention) => !isName(mention) && term.start >= mention.start && term.end <= mention.end,
    );
    if (
      !inside &&
      indexes.every(
        (index) => used.has(index) || (isHarmless(words[index]!, english) && !isOrdinal(words[index]!, english)),
      )
    )
      continue;
    const known = term.tokens.some(({ token }) => language.recordHolds(token));
    const first = words[term.start]!;
    const inVocabulary = known || isKnown(first.folded, language);
    found.push({
      start: term.start,
      end: term.end,
      text: text.slice(words[term.start]!.start, words[term.end - 1]!.end),
      tokens: term.tokens,
      ...(/^\d+$/.test(term.tokens[0]!.token) ? { number: term.tokens[0]!.token } : {}),
      ...(inside ? { within: inside.start } : {}),
      unknown: !inVocabulary && !english.ordinary.has(first.folded),
      ordinary: !known && english.ordinary.has(first.folded),
      capital: /^\p{Lu}\p{Ll}/u.test(first.raw) && !starts.has(term.start) && !english.ordinary.has(first.folded),
    });
  }
  return found;
}

/** Most words of a heading in front of a colon: "Anniversary caption: how long ago was …". */
const LONGEST_PREFACE = 4;

/** Index after a heading that names nothing, or 0. */
function prefaceEnd(text: string, words: readonly Word[], mentions: readonly Mention[]): number {
  for (let index = 1; index <= LONGEST_PREFACE && index < words.length; index++) {
    if (!/:/.test(text.slice(words[index - 1]!.end, words[index]!.start))) continue;
    return mentions.some((mention) => mention.start < index) ? 0 : index;
  }
  return 0;
}

interface GroupedTerm {
  start: number;
  end: number;
  tokens: { token: string; quality: number }[];
}

const SYNONYM_QUALITY = 0.9;

/** One entry a word or phrase: the words of a phrase are met by the phrase, or one by one. */
function groupTerms(terms: ReturnType<Analyzer['terms']>): GroupedTerm[] {
  const phrases = terms.filter((term) => term.own === undefined);
  const inside = (start: number) => phrases.some((phrase) => start >= phrase.start && start < phrase.end);
  return [
    ...phrases.map((phrase) => ({
      start: phrase.start,
      end: phrase.end,
      tokens: [{ token: phrase.group!, quality: 1 }],
    })),
    ...terms
      .filter((term) => term.own !== undefined && !inside(term.start))
      .map((term) => ({
        start: term.start,
        end: term.end,
        tokens: [
          { token: term.own!, quality: 1 },
          ...(term.group === undefined ? [] : [{ token: term.group, quality: SYNONYM_QUALITY }]),
        ],
      })),
  ].sort((a, b) => a.start - b.start);
}

/** "First" and "second" tell volleys and waves apart, where they do not ask for an order. */
function isOrdinal(word: Word, english: English): boolean {
  return english.ordinals.has(word.folded) || word.folded === 'first';
}

function isHarmless(word: Word, english: English): boolean {
  return english.harmless.has(word.folded) || RELATION_WORDS.has(word.folded) || word.article || isAdverb(word);
}

/** Words in -ly that are no adverbs of manner and may tell events apart. */
const NO_ADVERBS =
  /^(.{0,3}ly|italy|july|family|assembly|supply|reply|rally|anomaly|ally|early|daily|weekly|monthly|yearly|hourly|nightly|deadly|friendly|elderly|only|apply|likely|unlikely|multiply|nearly|jointly|publicly|formally|officially|mistakenly|accidentally|secretly)$/;

/** "Finally" and "deliberately" say how, never which event. */
function isAdverb({ folded, raw }: Word): boolean {
  return folded.endsWith('ly') && !NO_ADVERBS.test(folded) && !/^\p{Lu}\p{Ll}/u.test(raw);
}

function isName(mention: Mention): boolean {
  return mention.meanings.some((meaning) => ['place', 'actor', 'person', 'event-name'].includes(meaning.type));
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}
