import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, find, inOrder } from './ask.ts';
import { composeUnclear } from './compose/decline.ts';
import { composeOrder } from './compose/order.ts';
import { fittingEvents } from './decide.ts';
import { respondYesNo } from './respond-yes-no.ts';
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

/** Verbs that open a question for a yes or a no. */
const OPENING = /^(did|does|do|was|were|is|are|has|had|have)$/;

/** The first, the last, the next or the earlier of what a question describes. */
export function respondOrder(ask: Ask): Answer {
  const asked = ask.question.intent?.attributes.pick ?? 'first';
  if (asked === 'earlier') {
    const pair = splitPair(ask);
    const [earlier] = pair ? inOrder([pair.left, pair.right]) : [];
    if (pair) return composeOrder(ask, earlier!, [pair.left, pair.right], 'earlier');
    if (ask.question.words.some((word) => COMPARING.has(word.folded))) return composeUnclear(ask, 'order');
    // "Was Erbil hit before the truce" compares no two events: it asks whether it was.
    if (OPENING.test(ask.question.words[0]?.folded ?? '')) return respondYesNo(ask);
  }
  // "The first of the bases given back" compares no two events: it is the first of many.
  const pick = asked === 'earlier' ? 'first' : asked;
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

/** Words that set two events against each other. */
const COMPARING = new Set(['or', 'vs', 'versus', 'v', 'than']);

/** "The one before that" hangs on the event of the thread. */
function fromSubject(ask: Ask, pick: string): Anchored | undefined {
  if (!ask.subject || (pick !== 'next' && pick !== 'previous')) return undefined;
  return { side: pick === 'next' ? 'after' : 'before', anchor: ask.subject, rest: describe(ask), at: 0 };
}
