import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Draft } from '../draft.ts';
import { figureNumber, plain, sentence } from '../wording.ts';

/** Steps of a toll that are told before the rest is summed up as the newest. */
const STEPS = 8;

/** Adds one line for each human toll of an event: its steps in order, each with who said it and when. */
export function addTolls(draft: Draft, event: TimelineEvent, timeline: Timeline): void {
  for (const [measure, figures] of tollsOf(event, timeline)) {
    const steps = inOrderOfDate(figures);
    const shown = steps.length > STEPS ? [...steps.slice(0, STEPS - 1), steps.at(-1)!] : steps;
    const name = timeline.measures.get(measure)?.name ?? measure;
    draft.say(
      'detail',
      [plain(`${sentence(name)}: ${shown.map((figure) => figurePhrase(figure)).join('; ')}.`)],
      shown.flatMap((figure) => draft.citer.keys(event, figure.sources.slice(0, 1))),
      event.id,
    );
  }
}

/** "110 (U.S. personnel), Pentagon, 21 February 2020"; with a measure, "110 wounded (U.S. personnel), …". */
export function figurePhrase(figure: Figure, measure?: string): string {
  const when = figure.asOf === undefined ? '' : `, ${formatEdtf(figure.asOf)}`;
  return `${figureNumber(figure)}${measure === undefined ? '' : ` ${measure}`} (${figure.of}), ${figure.saidBy}${when}`;
}

/** Adds the counts beside the one that answers, each by its measure where that is another. */
export function sayOtherCounts(
  draft: Draft,
  event: TimelineEvent,
  lead: Figure,
  others: readonly Figure[],
  timeline: Timeline,
): void {
  if (others.length === 0) return;
  const phrases = others.map((figure) =>
    figurePhrase(figure, figure.what === lead.what ? undefined : measureName(figure, timeline)),
  );
  draft.say(
    'detail',
    [plain(`Other counts: ${phrases.join('; ')}.`)],
    others.flatMap((figure) => draft.citer.keys(event, figure.sources.slice(0, 1))),
    event.id,
  );
}

/** The measure as an answer says it: "killed", "missiles fired". */
export function measureName(figure: Figure, timeline: Timeline): string {
  return timeline.measures.get(figure.what)?.name ?? figure.what;
}

/** Figures from the earliest to the newest; those without a date come first. */
export function inOrderOfDate(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => compare(a.asOf ?? '', b.asOf ?? ''));
}

/** The figures of people killed and hurt, by their measure; a part of a measure (brain injuries) is a step of the whole. */
function tollsOf(event: TimelineEvent, timeline: Timeline): Map<string, Figure[]> {
  const tolls = new Map<string, Figure[]>();
  for (const measure of timeline.measures.values()) {
    if (measure.toll !== true) continue;
    const figures = (event.figures ?? []).filter(
      ({ what }) => what === measure.id || timeline.measures.get(what)?.within === measure.id,
    );
    if (figures.length > 0) tolls.set(measure.id, wholes(figures));
  }
  return tolls;
}

/** Of figures that one speaker gave on one day the largest: the others count parts of it (evacuated, treated, returned). */
export function wholes(figures: readonly Figure[]): Figure[] {
  const largest = new Map<string, Figure>();
  for (const figure of figures) {
    const key = `${figure.saidBy}|${figure.asOf ?? ''}`;
    const known = largest.get(key);
    if (!known || size(figure) > size(known)) largest.set(key, figure);
  }
  return figures.filter((figure) => largest.get(`${figure.saidBy}|${figure.asOf ?? ''}`) === figure);
}

function size({ value }: Figure): number {
  if (typeof value === 'number') return value;
  return 'words' in value ? 0 : value.to;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
