import type { English } from '../question/english.ts';
import { findMeasures } from '../question/find-mentions.ts';
import { isHarmless } from '../question/harmless.ts';
import type { Lexicon } from '../question/lexicon.ts';
import { meaningsOf } from '../question/mention.ts';
import { noughtOf } from '../question/nought.ts';
import type { Timeline, TimelineEvent } from '../record/timeline.ts';
import { words } from '../record/words.ts';
import type { Analyzer } from '../search/analyzer.ts';
import { isBoast } from './lead-figure.ts';

/** What an event says of people killed or hurt besides the numbers of its figures. */
export interface SpokenTolls {
  /** Measures that its text speaks of ("minor injuries"). */
  said: readonly string[];
  /** Measures that its text denies ("without casualties"). */
  denied: readonly string[];
  /** Places, in the list of its figures, of tolls that its attackers gave. */
  boasts: readonly number[];
}

/** Reads the tolls in the title, the summary, the note on the attribution and the caveat of an event. */
export function spokenTolls(
  event: TimelineEvent,
  timeline: Timeline,
  { english, analyzer, lexicon }: { english: English; analyzer: Analyzer; lexicon: Lexicon },
): SpokenTolls {
  const text = [event.title, event.summary, event.attribution.note, event.caveat].filter(Boolean).join('. ');
  const all = words(text);
  const isToll = (id: string) => timeline.measures.get(id)?.toll === true;
  const tolls = findMeasures(text, all, new Set(), lexicon, analyzer, { isToll, isFate: isToll }).filter(
    ({ toll }) => toll,
  );
  const passing = {
    isPeople: (index: number) => all[index]!.capital,
    isSilent: (index: number) => isHarmless(all[index]!, english),
  };
  const denied = tolls.filter((toll) => noughtOf(text, all, toll, passing));
  const idsOf = (mentions: typeof tolls) => [
    ...new Set(mentions.flatMap((mention) => meaningsOf(mention, 'measure').map(({ id }) => id))),
  ];
  return {
    said: idsOf(tolls.filter((toll) => !denied.includes(toll))),
    denied: idsOf(denied),
    boasts: (event.figures ?? []).flatMap((figure, index) =>
      isBoast(figure, event, timeline, lexicon) ? [index] : [],
    ),
  };
}
