import type { Answer } from './answer.ts';
import { type Ask, describe, listOf, resolve } from './ask.ts';
import { composeSeveral } from './compose/list.ts';
import { composeYesNo } from './compose/yes-no.ts';
import { settle } from './settle.ts';

/** Whether something was so, with the statement that settles it; the events where several fit. */
export function respondYesNo(ask: Ask): Answer {
  const constraints = describe(ask);
  const events = listOf(ask, constraints);
  const resolution = resolve(ask, constraints);
  if (resolution.verdict.outcome === 'several' && events.length > 1) return composeSeveral(ask, events, 'yes-no');
  return settle(ask, resolution, 'yes-no', composeYesNo);
}
