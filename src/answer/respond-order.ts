import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, find, inOrder } from './ask.ts';
import { composeUnclear } from './compose/decline.ts';
import { composeOrder } from './compose/order.ts';
import { fittingEvents } from './decide.ts';
import { declineFor } from './settle.ts';
import { type Anchored, findAnchor, splitPair } from './split.ts';

/** The events that stand on the asked side of an anchoring event; all of them where there is none. */
export function boundedBy(anchored: Anchored | undefined, events: readonly TimelineEvent[]): TimelineEvent[] {
  if (!anchored) return [...events];
  const { anchor, side } = anchored;
  return events.filter((event) =>
    event.id === anchor.id
      ? false
      : side === 'after'
        ? event.when.first >= anchor.when.first
        : event.when.first <= anchor.when.first,
  );
}

/** The first, the last, the next or the earlier of what a question describes. */
export function respondOrder(ask: Ask): Answer {
  const pick = ask.question.intent?.attributes.pick ?? 'first';
  if (pick === 'earlier') {
    const pair = splitPair(ask);
    if (!pair) return composeUnclear(ask, 'order');
    const [earlier] = inOrder([pair.left, pair.right]);
    return composeOrder(ask, earlier!, [pair.left, pair.right], 'earlier');
  }
  const anchored = findAnchor(ask) ?? fromSubject(ask, pick);
  const constraints = anchored ? anchored.rest : describe(ask);
  const fitting =
    constraints.length === 0
      ? ask.engine.timeline.events
      : inOrder(fittingEvents(find(ask, constraints)).map((candidate) => candidate.facts.event));
  const bounded = boundedBy(anchored, fitting);
  if (bounded.length === 0) return declineFor(ask, describe(ask), 'order');
  const last = anchored ? anchored.side === 'before' : pick === 'last' || pick === 'previous';
  return composeOrder(ask, (last ? bounded.at(-1) : bounded[0])!, bounded, pick);
}

/** "The one before that" hangs on the event of the thread. */
function fromSubject(ask: Ask, pick: string): Anchored | undefined {
  if (!ask.subject || (pick !== 'next' && pick !== 'previous')) return undefined;
  return { side: pick === 'next' ? 'after' : 'before', anchor: ask.subject, rest: describe(ask), at: 0 };
}
