import type { English } from '../question/english.ts';
import type { IntentTable } from '../question/intent-table.ts';
import type { Language } from '../question/language.ts';
import { Lexicon, type LexiconData } from '../question/lexicon.ts';
import { type KnownWords, Spelling } from '../question/spelling.ts';
import { type Timeline, type TimelineData, timelineOf } from '../record/timeline.ts';
import { Analyzer } from '../search/analyzer.ts';
import type { EventIndex } from '../search/event-index.ts';
import { MemoryIndex, type Postings } from '../search/memory-index.ts';
import type { PhraseData } from '../search/phrase-table.ts';
import { Columns } from './columns.ts';
import { collectFacts, type EventFacts } from './event-facts.ts';
import type { SpokenTolls } from './spoken-tolls.ts';

/** A timeline with all that was worked out from its texts, as plain data; `prepare-timeline.ts` makes it. */
export interface PreparedTimeline {
  timeline: TimelineData;
  /** The phrases of its synonym groups, by the analyzer's keys. */
  synonyms: PhraseData<string>;
  phrases: LexiconData;
  /** The tokens of its events' texts. */
  postings: Postings;
  /** The names that they mention (`place:erbil`). */
  names: Postings;
  /** For each event, for each of its figures, the actors whose people it counts, with those that they are part of. */
  counted: readonly (readonly (readonly string[])[])[];
  /** For each event, the tolls that its text speaks of. */
  tolls: readonly SpokenTolls[];
  known: KnownWords;
}

/** One timeline made ready to answer: its index, its language, and the facts of each event. */
export interface Engine {
  timeline: Timeline;
  index: EventIndex;
  language: Language;
  facts: readonly EventFacts[];
  columns: Columns;
  factsById: ReadonlyMap<string, EventFacts>;
}

/** Makes a prepared timeline ready for questions; nothing is read from disk and nothing changes afterwards. */
export function createEngine(prepared: PreparedTimeline, english: English, intents: IntentTable): Engine {
  const timeline = timelineOf(prepared.timeline);
  const analyzer = new Analyzer(prepared.synonyms, english);
  const ids = timeline.events.map(({ id }) => id);
  const index = new MemoryIndex(ids, prepared.postings);
  const facts = collectFacts(timeline, new MemoryIndex(ids, prepared.names), prepared.counted, prepared.tolls);
  const language: Language = {
    english,
    intents,
    analyzer,
    lexicon: new Lexicon(prepared.phrases, analyzer),
    spelling: new Spelling(prepared.known),
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
