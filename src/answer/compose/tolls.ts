import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Draft } from '../draft.ts';
import { figureNumber, plain } from '../wording.ts';

/** Steps of a toll that are told before the rest is summed up as the newest. */
const STEPS = 8;

/** Adds one line for each human toll of an event: its steps in order, each with who said it and when. */
export function addTolls(draft: Draft, event: TimelineEvent, timeline: Timeline): void {
  for (const measure of tollMeasures(event, timeline)) {
    const steps = inOrderOfDate((event.figures ?? []).filter((figure) => figure.what === measure));
    const shown = steps.length > STEPS ? [...steps.slice(0, STEPS - 1), steps.at(-1)!] : steps;
    const name = timeline.measures.get(measure)?.name ?? measure;
    draft.say(
      'detail',
      [plain(`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${shown.map(figurePhrase).join('; ')}.`)],
      shown.flatMap((figure) => draft.citer.keys(event, figure.sources.slice(0, 1))),
      event.id,
    );
  }
}

/** "110 (U.S. personnel), Pentagon, 21 February 2020". */
export function figurePhrase(figure: Figure): string {
  const when = figure.asOf === undefined ? '' : `, ${formatEdtf(figure.asOf)}`;
  return `${figureNumber(figure)} (${figure.of}), ${figure.saidBy}${when}`;
}

/** Figures from the earliest to the newest; those without a date come first. */
export function inOrderOfDate(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => compare(a.asOf ?? '', b.asOf ?? ''));
}

/** The measures of people killed and hurt that an event has figures of. */
function tollMeasures(event: TimelineEvent, timeline: Timeline): string[] {
  const used = new Set((event.figures ?? []).map((figure) => figure.what));
  return [...timeline.measures.values()].filter((measure) => measure.toll === true && used.has(measure.id)).map((measure) => measure.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
