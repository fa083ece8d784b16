import type { Figure, Timeline } from '../../record/timeline.ts';
import type { Answer, TraceStep } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { figurePhrase, measureName } from '../compose/tolls.ts';
import { selectFigures } from '../select-figures.ts';

/** Where a figure was asked for: the one that leads, those told after it, and those of the event that were left out. */
export function figureSteps(ask: Ask, answer: Answer): TraceStep[] {
  const { timeline } = ask.engine;
  const [told] = answer.kind === 'figure' ? [...answer.events, ...answer.nearest] : [];
  const event = told && timeline.byId.get(told.id);
  if (!event) return [];
  const [lead, ...others] = selectFigures(ask, event);
  const left = (event.figures ?? []).filter((figure) => figure !== lead && !others.includes(figure));
  return [
    ...stepsFor('leads', lead ? [lead] : [], timeline),
    ...stepsFor('  beside', others, timeline),
    ...stepsFor('  left out', left, timeline),
  ];
}

/** Figures that are named before the rest is counted. */
const NAMED = 4;

function stepsFor(step: string, figures: readonly Figure[], timeline: Timeline): TraceStep[] {
  const named = figures.slice(0, NAMED).map((figure) => figurePhrase(figure, measureName(figure, timeline)));
  const rest = figures.length - named.length;
  return [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].map((detail) => ({ step, detail }));
}
