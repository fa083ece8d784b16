import type { TimelineEvent } from '../record/timeline.ts';
import { type Anchored, findAnchor, hangsOnSomething } from './anchor.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, inOrder, listOf } from './ask.ts';
import { countsHarm } from './asked-measures.ts';
import { composeActor } from './compose/actor.ts';
import { composeUnclear } from './compose/decline.ts';
import { composeFigure } from './compose/figure.ts';
import { composeSeveral } from './compose/list.ts';
import { composeOrder } from './compose/order.ts';
import { composePlace } from './compose/place.ts';
import { countedPhrase } from './counted-phrase.ts';
import { respondYesNo } from './respond-yes-no.ts';
import { selectFigures } from './select-figures.ts';
import { declineFor, single } from './settle.ts';
import { splitPair } from './split.ts';

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
  // "The toll? The last one" of a thread is the last count of its event.
  if (ask.subject && ask.question.measures.some((measure) => countsHarm(ask, measure)))
    return single(ask, 'figure', composeFigure);
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
  // What came next hangs on something: without that, nothing is the next.
  const bounds = ask.question.dates.some((date) => date.operator !== 'in');
  if (!anchored && !bounds && (pick === 'next' || pick === 'previous')) return settleAnchor(ask);
  // What is not made out cannot bound what is asked for.
  if (!anchored && hangsOnSomething(ask)) return declineFor(ask, describe(ask), 'order');
  const constraints = anchored ? anchored.rest : describe(ask);
  const fitting = constraints.length === 0 ? ask.engine.timeline.events : listOf(ask, constraints);
  const bounded = boundedBy(anchored, fitting);
  if (bounded.length === 0) return declineFor(ask, describe(ask), 'order');
  const last = anchored ? anchored.side === 'before' : pick === 'last' || pick === 'previous';
  const picked = (last ? bounded.at(-1) : bounded[0])!;
  const words = new Set(ask.question.words.map((word) => word.folded));
  // "Where was the first attack on …" asks for a place, and the order only says of which event.
  if (words.has('where')) return composePlace(ask, picked);
  if (words.has('who') || words.has('whom')) return composeActor(ask, picked);
  if (countedPhrase(ask.question) && selectFigures(ask, picked).length > 0) return composeFigure(ask, picked);
  return composeOrder(ask, picked, bounded, pick);
}

/** Words that set two events against each other. */
const COMPARING = new Set(['or', 'vs', 'versus', 'v', 'than']);

/** "The one before that" hangs on the event of the thread. */
function fromSubject(ask: Ask, pick: string): Anchored | undefined {
  if (!ask.subject || (pick !== 'next' && pick !== 'previous')) return undefined;
  return { side: pick === 'next' ? 'after' : 'before', anchor: ask.subject, rest: describe(ask), at: 0 };
}

/** Asks back which of the events that could be meant is the one that "next" or "before" counts from. */
function settleAnchor(ask: Ask): Answer {
  const events = listOf(ask, describe(ask));
  return events.length > 1 ? composeSeveral(ask, events, 'order') : declineFor(ask, describe(ask), 'order');
}
