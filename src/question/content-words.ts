import type { Word } from '../record/words.ts';
import type { Analyzer } from '../search/analyzer.ts';
import type { DateMention } from './dates/date-mention.ts';
import { isHarmless, isOrdinal } from './harmless.ts';
import { isKnown, type Language } from './language.ts';
import { isName, type Mention } from './mention.ts';
import type { ContentWord } from './question.ts';
import { clauseStarts } from './sentences.ts';
import { range } from './span.ts';

/**
 * The words that describe the event and are no names: what neither a date, a name, a phrasing nor harmless English has
 * used up.
 * @param used indexes of the words of fillers and phrasings
 */
export function contentWords(
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
      elsewhere: !known && english.elsewhere.has(first.folded),
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
