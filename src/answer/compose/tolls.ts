import { formatEdtf } from '../../record/format-date.ts';
import type { Figure, Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Run } from '../answer.ts';
import type { Draft } from '../draft.ts';
import type { Engine } from '../engine.ts';
import { isBoast, leadFirst } from '../lead-figure.ts';
import { counted, entriesLine, figureNumber, sentence, spelledNumber } from '../wording.ts';
import { type TollStep, tollSteps } from './toll-steps.ts';

/** Steps of a toll that are told before the rest is summed up as the newest. */
const STEPS = 8;
/** Steps of a toll that are told in short, and how many of the newest where there are more. */
const BRIEF = 3;
const NEWEST = 2;

/** One human toll of an event as it is told, with the keys of the event's sources on which it rests. */
export interface TollLine {
  runs: Run[];
  /** One for each figure that is told. */
  sources: readonly string[];
}

/**
 * One line for each human toll of an event: its steps in order of date, each with who said it and when, a rise from its first
 * figure to its newest.
 */
export function tollLines(engine: Engine, event: TimelineEvent): TollLine[] {
  return stepsOf(engine, event).map(({ name, steps }) =>
    tollLine(name, steps.length > STEPS ? [...steps.slice(0, STEPS - 1), steps.at(-1)!] : steps),
  );
}

/** The same in short: of a toll of many steps the newest, and the one that tells the most; the others are counted. */
export function briefTollLines(engine: Engine, event: TimelineEvent): TollLine[] {
  const { timeline, language } = engine;
  return stepsOf(engine, event).map(({ name, figures, steps }) => {
    if (steps.length <= BRIEF) return tollLine(name, steps);
    const [lead] = leadFirst(inOrderOfDate(figures).reverse(), event, timeline, language.lexicon);
    const shown = steps.filter(
      (step, index) => index >= steps.length - NEWEST || figuresIn(step).some((figure) => figure === lead),
    );
    return tollLine(name, shown, `${counted(steps.length - shown.length, 'other count')} in the record`);
  });
}

/** The steps of each human toll of an event, with the name of its measure. */
function stepsOf(engine: Engine, event: TimelineEvent) {
  const { timeline } = engine;
  return [...tollsOf(event, timeline)].map(([measure, figures]) => ({
    name: timeline.measures.get(measure)?.name ?? measure,
    figures,
    steps: tollSteps(inOrderOfDate(figures), (figure) => peopleOf(engine, event, figure)),
  }));
}

function tollLine(name: string, steps: readonly TollStep[], rest?: string): TollLine {
  const entries = [...steps.map(stepPhrase), ...(rest === undefined ? [] : [rest])];
  return {
    runs: entriesLine(sentence(name), entries),
    sources: steps.flatMap(figuresIn).flatMap(({ sources }) => sources.slice(0, 1)),
  };
}

function figuresIn(step: TollStep): Figure[] {
  return 'figure' in step ? [step.figure] : [step.from, step.to];
}

/** Adds the lines of an event's human tolls. */
export function addTolls(draft: Draft, engine: Engine, event: TimelineEvent): void {
  for (const { runs, sources } of tollLines(engine, event)) {
    const cites = sources.flatMap((key) => draft.citer.keys(event, [key]));
    draft.say('detail', runs, cites, event.id);
  }
}

function stepPhrase(step: TollStep): string {
  if ('figure' in step) return figurePhrase(step.figure);
  return `${figurePhrase(step.from)}, rising in ${spelledNumber(step.steps)} steps to ${figurePhrase(step.to)}`;
}

/** Whom a figure counts; nothing where those who did it gave it, whose claim is no step of what the others counted. */
function peopleOf({ timeline, language, factsById }: Engine, event: TimelineEvent, figure: Figure): string | undefined {
  const counted = factsById.get(event.id)?.counted[event.figures?.indexOf(figure) ?? -1];
  return counted && counted.length > 0 && !isBoast(figure, event, timeline, language.lexicon)
    ? [...counted].sort().join()
    : undefined;
}

/** "110 (U.S. personnel), Pentagon, 21 February 2020"; with a measure, "110 wounded (U.S. personnel), …". */
export function figurePhrase(figure: Figure, measure?: string): string {
  const when = figure.asOf === undefined ? '' : `, ${formatEdtf(figure.asOf)}`;
  const number = figure.value === 0 && figure.qualifier === undefined ? 'none' : figureNumber(figure);
  return `${number}${measure === undefined ? '' : ` ${measure}`} (${figure.of}), ${figure.saidBy}${when}`;
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
    entriesLine('Other counts', phrases),
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
  // "Killed or wounded" says no more than what is told of the killed and of the wounded.
  for (const id of [...tolls.keys()]) {
    const { covers = [] } = timeline.measures.get(id) ?? {};
    if (covers.length > 0 && covers.every((part) => tolls.has(part))) tolls.delete(id);
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
