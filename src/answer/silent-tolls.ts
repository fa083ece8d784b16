import type { Answer, Statement } from './answer.ts';
import { type Ask, describe, find } from './ask.ts';
import type { Constraint } from './constraint.ts';
import { LIST_SLACK } from './decide.ts';
import { PICKING_INTENTS } from './intents.ts';
import { noughtStanding } from './meet-nought.ts';
import { counted, joinWords, plain } from './wording.ts';

type DeniedToll = Extract<Constraint, { type: 'toll' }>;

/**
 * The answer, with a note where a toll must have been nought and the record does not say that it was: of events that are
 * told, and of those that are left out for others of which it does say so.
 */
export function withSilentTolls(ask: Ask, answer: Answer): Answer {
  if (answer.status === 'declined' || !ask.question.measures.some((measure) => measure.nought)) return answer;
  const constraints = describe(ask);
  const denied = constraints.filter(
    (constraint): constraint is DeniedToll => constraint.type === 'toll' && constraint.nought,
  );
  if (denied.length === 0) return answer;
  const { timeline, factsById } = ask.engine;
  const isSilent = (id: string) =>
    denied.some(({ measures, actors }) => noughtStanding(measures, actors, factsById.get(id)!, timeline) === 'silent');
  const told = new Set(answer.events.map(({ id }) => id));
  const possible = find(ask, constraints).candidates.possible;
  const best = possible[0]?.score ?? 0;
  const others = possible.filter(
    ({ facts, score }) => best - score <= LIST_SLACK && !told.has(facts.event.id) && isSilent(facts.event.id),
  );
  const names = joinWords(
    [...new Set(denied.flatMap(({ measures }) => measures.map((id) => timeline.measures.get(id)?.name ?? id)))],
    'or',
  );
  const silent = [...told].filter(isSilent).length;
  const notes = [
    ...(silent > 0 ? [`Of ${silent === told.size ? thoseTold(silent) : `${silent} of these`}`] : []),
    ...((answer.status === 'several' || PICKING_INTENTS.has(answer.kind)) && others.length > 0
      ? [`Of ${counted(others.length, 'more event')} that would fit`]
      : []),
  ].map(
    (of): Statement => ({
      role: 'note',
      runs: [plain(`${of}, the record does not say whether anyone was ${names}.`)],
      cites: [],
    }),
  );
  return { ...answer, statements: [...answer.statements, ...notes] };
}

function thoseTold(count: number): string {
  return count === 1 ? 'this event' : 'these events';
}
