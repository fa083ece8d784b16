import { words as splitWords, type Word } from '../record/words.ts';
import { contentWords } from './content-words.ts';
import type { DateMention } from './dates/date-mention.ts';
import { findDates, wordsOfDates } from './dates/find-dates.ts';
import type { English } from './english.ts';
import { findMeasures, findMentions } from './find-mentions.ts';
import { isHarmless } from './harmless.ts';
import { readIntent } from './intent.ts';
import { isKnown, type Language } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { isName, type Mention, meaningsOf } from './mention.ts';
import { negatedWords } from './negations.ts';
import { noughtOf } from './nought.ts';
import type { Question } from './question.ts';
import { readRoles } from './roles.ts';
import { askingSentence, clauseEnds, clauseStarts, courtesyTail, sentenceNumbers } from './sentences.ts';
import { range } from './span.ts';
import { undoSlips } from './spelling.ts';

/**
 * Reads a question against the language of one timeline.
 * @param today the day of asking
 */
export function readQuestion(text: string, language: Language, today: Temporal.PlainDate): Question {
  const { english, analyzer, lexicon } = language;
  const typed = undoSlips(splitWords(text), english.misspellings, (folded) => lexicon.names.hasWord(folded));
  const { words: corrected, corrections } = language.spelling.correct(typed, (folded) => isKnown(folded, language));
  const dates = findDates(text, corrected, today).filter((date) => !isInName(date, corrected, lexicon));
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
  const measures = withNoughts(
    text,
    words,
    found,
    findMeasures(text, words, reserved, lexicon, analyzer, language),
    english,
  );
  const sentences = sentenceNumbers(text, words);
  const starts = clauseStarts(text, words);
  const intent = readIntent(language.intents, {
    words,
    mentions: found,
    measures,
    dates,
    dated: wordsOfDates(words, dates),
    starts,
    ends: clauseEnds(text, words),
    tail: courtesyTail(words, english.courtesies),
    sentences,
  });
  const denied = new Set(measures.flatMap(({ start, nought }) => (nought ? range(start - nought.before, start) : [])));
  const negated = new Set([...negatedWords(words, starts)].filter((index) => !denied.has(index)));
  const used = new Set([...fillers, ...negated, ...(intent?.used ?? [])]);
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
    negated,
    sentences,
    asking: askingSentence(text, words, sentences, intent),
  };
}

/** Whether a date is the beginning of somebody's name: the "9/11" of the 9/11 Commission. */
function isInName(date: DateMention, words: readonly Word[], lexicon: Lexicon): boolean {
  return range(date.start, date.end).some((index) => {
    const name = lexicon.names.longestAt(index, words.length, (at) => words[at]!.folded);
    return name !== undefined && name.end > date.end && name.values.some(({ type }) => type === 'actor');
  });
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

/** The tolls with what denies them, where anything does. */
function withNoughts(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  measures: readonly Mention[],
  english: English,
): Mention[] {
  const named = (index: number, type: 'actor' | 'place' | 'place-kind') =>
    mentions.some((mention) => index >= mention.start && index < mention.end && meaningsOf(mention, type).length > 0);
  const passing = {
    isPeople: (index: number) => named(index, 'actor'),
    isSilent: (index: number) =>
      isHarmless(words[index]!, english) || named(index, 'place') || named(index, 'place-kind'),
  };
  return measures.map((measure) => {
    const nought = measure.toll ? noughtOf(text, words, measure, passing) : undefined;
    return nought ? { ...measure, nought } : measure;
  });
}

/** A filler keeps its words from being names only where it ends in a pronoun that is also a name: "tell us". */
function pronounFillers(words: readonly Word[], fillers: ReadonlySet<number>): number[] {
  return [...fillers].filter((index) => words[index]!.folded === 'us');
}
