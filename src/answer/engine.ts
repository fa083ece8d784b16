import { MONTH_NAMES, SEASON_NAMES, WEEKDAY_NAMES } from '../question/dates/calendar-words.ts';
import type { English } from '../question/english.ts';
import type { Intent } from '../question/intent.ts';
import { Lexicon } from '../question/lexicon.ts';
import type { Language } from '../question/read-question.ts';
import { Spelling, type WordRank } from '../question/spelling.ts';
import type { Timeline } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import { Analyzer } from '../search/analyzer.ts';
import { eventDocument, FIELDS } from '../search/event-document.ts';
import type { EventIndex } from '../search/event-index.ts';
import { LunrIndex } from '../search/lunr-index.ts';
import { Columns } from './columns.ts';
import { collectFacts, type EventFacts } from './event-facts.ts';

/** One timeline made ready to answer: its index, its language, and the facts of each event. */
export interface Engine {
  timeline: Timeline;
  index: EventIndex;
  language: Language;
  facts: readonly EventFacts[];
  columns: Columns;
  factsById: ReadonlyMap<string, EventFacts>;
}

/** Prepares a timeline for questions; nothing is read from disk and nothing changes afterwards. */
export function createEngine(timeline: Timeline, english: English, intents: readonly Intent[]): Engine {
  const analyzer = new Analyzer(timeline.synonyms, english);
  const lexicon = new Lexicon(timeline, analyzer, english);
  const index = new LunrIndex(timeline.events, timeline.gazetteer, analyzer);
  const facts = collectFacts(timeline, lexicon);
  const language: Language = {
    english,
    intents,
    analyzer,
    lexicon,
    spelling: new Spelling(knownWords(timeline, lexicon, english, intents)),
    isAttack: (kind) => timeline.kinds.get(kind)?.group === 'attack',
    isToll: (measure) => timeline.measures.get(measure)?.toll === true,
    isFate: (measure) => timeline.measures.get(measure)?.toll === true || timeline.measures.get(measure)?.fate === true,
    recordHolds: (token) => index.frequency(token) > 0,
  };
  const columns = new Columns(facts, timeline, index);
  return {
    timeline,
    index,
    language,
    facts,
    columns,
    factsById: new Map(facts.map((entry) => [entry.event.id, entry])),
  };
}

/** Every word that is spelled right, with where it comes from; what is a name stays a name. */
function knownWords(
  timeline: Timeline,
  lexicon: Lexicon,
  english: English,
  intents: readonly Intent[],
): Map<string, WordRank> {
  const known = new Map<string, WordRank>();
  const add = (word: string, rank: WordRank) => {
    if (!known.has(word)) known.set(word, rank);
  };
  for (const word of english.harmless) add(word, 'english');
  for (const intent of intents) for (const word of intent.words) add(word, 'english');
  for (const word of [...MONTH_NAMES, ...WEEKDAY_NAMES, ...SEASON_NAMES]) add(word, 'record');
  for (const word of [...english.irregular.keys(), ...english.numbers.keys(), ...english.ordinals.keys()])
    add(word, 'english');
  for (const word of lexicon.names.words()) add(word, 'name');
  for (const text of vocabularyTexts(timeline)) for (const word of words(text)) add(word.folded, 'record');
  for (const event of timeline.events) {
    const document = eventDocument(event, timeline.gazetteer);
    for (const field of FIELDS) for (const word of words(document[field])) add(word.folded, 'record');
  }
  for (const word of english.ordinary) add(word, 'english');
  return known;
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
