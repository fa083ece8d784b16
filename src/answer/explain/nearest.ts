import type { Answer, TraceStep } from '../answer.ts';
import type { Finding } from '../find.ts';
import { relaxations } from '../nearest.ts';
import { nameOf } from './constraints.ts';
import { eventWords } from './words.ts';

/** What a decline left out of the question to find the events that it shows as nearest. */
export function nearestSteps(finding: Finding, answer: Answer): TraceStep[] {
  if (answer.status !== 'declined') return [];
  const shown = new Set(answer.nearest.map(({ id }) => id));
  const groups = relaxations(finding).flatMap(({ without, candidates }) => {
    const events = candidates.map(({ facts }) => facts.event).filter(({ id }) => shown.has(id));
    if (events.length === 0) return [];
    return [{ step: 'nearest', detail: `without ${nameOf(without)}: ${events.map(eventWords).join('; ')}` }];
  });
  if (groups.length > 0 || answer.nearest.length === 0) return groups;
  return [
    {
      step: 'nearest',
      detail: `by score, as no single part of the question stands in the way: ${answer.nearest.map(eventWords).join('; ')}`,
    },
  ];
}
