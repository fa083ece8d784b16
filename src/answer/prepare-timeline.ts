import { MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES } from '../question/dates/calendar-words.ts';
import type { English } from '../question/english.ts';
import { gatherPhrases } from '../question/gather-phrases.ts';
import type { Intent } from '../question/intent.ts';
import { Lexicon } from '../question/lexicon.ts';
import { NEGATIONS } from '../question/negations.ts';
import type { KnownWords, WordRank } from '../question/spelling.ts';
import { dataOf, type Timeline } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import { Analyzer, groupSynonyms } from '../search/analyzer.ts';
import { byField, type EventDocument, eventDocument, FIELDS } from '../search/event-document.ts';
import { invert } from '../search/invert.ts';
import type { PreparedTimeline } from './engine.ts';
import { countedIn, namesIn } from './event-facts.ts';
import { spokenTolls } from './spoken-tolls.ts';

/** Works out all that an engine needs to know of a timeline's texts; this is the slow part of a start. */
export function prepareTimeline(timeline: Timeline, english: English, intents: readonly Intent[]): PreparedTimeline {
  const synonyms = groupSynonyms(timeline.synonyms, english);
  const analyzer = new Analyzer(synonyms, english);
  const phrases = gatherPhrases(timeline, analyzer, english);
  const lexicon = new Lexicon(phrases, analyzer);
  const documents = timeline.events.map((event) => eventDocument(event, timeline.gazetteer));
  return {
    timeline: dataOf(timeline),
    synonyms,
    phrases,
    postings: invert(documents.map((document) => byField((field) => analyzer.tokens(document[field])))),
    names: invert(documents.map((document) => namesIn(document, timeline, lexicon))),
    counted: timeline.events.map((event) => countedIn(event, timeline, lexicon)),
    tolls: timeline.events.map((event) => spokenTolls(event, timeline, { english, analyzer, lexicon })),
    known: knownWords(timeline, documents, lexicon, english, intents),
  };
}

/** Every word that is spelled right, with where it comes from; what is a name stays a name. */
function knownWords(
  timeline: Timeline,
  documents: readonly EventDocument[],
  lexicon: Lexicon,
  english: English,
  intents: readonly Intent[],
): KnownWords {
  const known = new Map<string, WordRank>();
  const add = (word: string, rank: WordRank) => {
    if (!known.has(word)) known.set(word, rank);
  };
  for (const word of english.harmless) add(word, 'english');
  for (const word of NEGATIONS) add(word, 'english');
  for (const intent of intents) for (const word of intent.words) add(word, 'english');
  for (const word of [...MONTH_NAMES, ...WEEKDAY_NAMES, ...SEASON_NAMES]) add(word, 'record');
  for (const word of [...english.irregular.keys(), ...english.numbers.keys(), ...english.ordinals.keys()])
    add(word, 'english');
  for (const word of lexicon.names.words()) add(word, 'name');
  for (const text of vocabularyTexts(timeline)) for (const word of words(text)) add(word.folded, 'record');
  for (const document of documents)
    for (const field of FIELDS) for (const word of words(document[field])) add(word.folded, 'record');
  for (const word of english.ordinary) add(word, 'english');
  const ranked = (rank: WordRank) => [...known.keys()].filter((word) => known.get(word) === rank).join('\n');
  return { name: ranked('name'), record: ranked('record'), english: ranked('english') };
}

function vocabularyTexts(timeline: Timeline): string[] {
  return [
    ...timeline.synonyms.flat(),
    ...[...timeline.kinds.values()].flatMap((kind) => [kind.name, kind.plural, ...kind.nouns, ...kind.verbs]),
    ...timeline.generic.flatMap((group) => group.words),
    ...[...timeline.weapons.values()].flatMap((weapon) => [weapon.name, ...weapon.words]),
    ...[...timeline.measures.values()].flatMap((measure) => [measure.name, ...measure.words]),
  ];
}
