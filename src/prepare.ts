import { prepareTimeline } from './answer/prepare-timeline.ts';
import type { Preparation } from './dateline.ts';
import { English } from './question/english.ts';
import { packIntents } from './question/intent-table.ts';
import type { Intents } from './question/load-language.ts';
import type { Timeline } from './record/timeline.ts';

/**
 * Works out everything that questions need and that follows from the record and the intents alone.
 * @param timelines from `loadTimelines`; of none, nothing can be asked
 * @param intents from `loadIntents`
 */
export function prepare(timelines: readonly Timeline[], intents: Pick<Intents, 'english' | 'intents'>): Preparation {
  const english = new English(intents.english);
  return {
    english: intents.english,
    intents: packIntents(intents.intents),
    timelines: timelines.map((timeline) => prepareTimeline(timeline, english, intents.intents)),
  };
}
