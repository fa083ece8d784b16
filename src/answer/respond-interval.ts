import { meaningsOf } from '../question/mention.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { findAnchor } from './anchor.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, describePart, inOrder, listOf, listOfKind, resolve } from './ask.ts';
import { composeUnclear } from './compose/decline.ts';
import { composeBetween, composeLength, composeSince } from './compose/interval.ts';
import { sequelsOf } from './compose/links.ts';
import type { Constraint } from './constraint.ts';
import { isDeed } from './find.ts';
import { boundedBy } from './respond-order.ts';
import { single } from './settle.ts';
import { splitPair } from './split.ts';

/** How long between two events, since one, or how long one lasted. */
export function respondInterval(ask: Ask): Answer {
  const from = ask.question.intent?.attributes.from;
  if (from === 'now') return sinceLast(ask) ?? single(ask, 'interval', composeSince);
  const lasting = lastingEvent(ask);
  if (lasting) return composeLength(ask, lasting);
  const beside = besideSubject(ask);
  if (beside) return composeBetween(ask, beside[0]!, beside[1]!);
  const next = nextAfter(ask);
  // "The next attack after X" is an attack: what the record links to X may be something else.
  if (next?.ofKind) return composeBetween(ask, next.anchor, next.response);
  const pair = splitPair(ask);
  if (pair?.certain) return composeBetween(ask, pair.left, pair.right);
  const answered = responseTo(ask);
  if (!answered && pair) return composeBetween(ask, pair.left, pair.right);
  if (answered) return composeBetween(ask, answered.anchor, answered.response);
  if (next) return composeBetween(ask, next.anchor, next.response);
  if (from === 'length') return single(ask, 'interval', composeLength);
  const events = listOf(ask, describe(ask));
  if (events.length === 2) return composeBetween(ask, events[0]!, events[1]!);
  return composeUnclear(ask, 'interval');
}

/** "How many days was that before Epic Fury": the event of the thread, and the one that the question hangs on, in order. */
function besideSubject({ subject, ...ask }: Ask): TimelineEvent[] | undefined {
  const anchored = subject && findAnchor(ask);
  if (!anchored || anchored.anchor.id === subject.id || anchored.rest.length > 0) return undefined;
  return inOrder([subject, anchored.anchor]);
}

/** The event whose own length is asked for: it lasted for more than a day, and the whole question describes it. */
export function lastingEvent(ask: Ask): TimelineEvent | undefined {
  if (ask.question.intent?.attributes.from !== 'length') return undefined;
  const { verdict } = resolve(ask, describe(ask));
  if (verdict.outcome !== 'one') return undefined;
  const { event } = verdict.event.facts;
  return event.when.precision === 'interval' ? event : undefined;
}

/** "How long since the last attack on Erbil" counts from the last that fits. */
function sinceLast(ask: Ask): Answer | undefined {
  if (!ask.question.words.some((word) => word.folded === 'last' || word.folded === 'latest')) return undefined;
  const last = listOf(ask, describe(ask)).at(-1);
  return last && composeSince(ask, last);
}

const NEXT = new Set(['next', 'another', 'again']);

/** The first event after another that fits what else is said; `ofKind` where that says what was done. */
interface Next {
  anchor: TimelineEvent;
  response: TimelineEvent;
  ofKind: boolean;
}

/** "How many days after X was the next attack on Taji". */
function nextAfter(ask: Ask): Next | undefined {
  if (!ask.question.words.some((word) => NEXT.has(word.folded))) return undefined;
  // "Until the next attack after X" hangs on X.
  const anchored = findAnchor(ask, 'after');
  if (!anchored || anchored.rest.length === 0) return undefined;
  const response = boundedBy(anchored, listOfKind(ask, anchored.rest))[0];
  return response && { anchor: anchored.anchor, response, ofKind: anchored.rest.some(isDeed) };
}

/** Words that say that somebody answered a deed, and those that lead on to the deed: "respond to", "retaliation for". */
const ANSWERING = /^(respon|retaliat|react|repl|answer)/;
const LEADING_ON = new Set(['to', 'for', 'against']);

/** "How soon did the Americans respond to X": X, and who is asked to have answered it. */
function answeredDeed(ask: Ask): { anchor: TimelineEvent; rest: readonly Constraint[] } | undefined {
  const { words } = ask.question;
  const verb = words.findIndex((word) => ANSWERING.test(word.folded));
  if (verb === -1) return undefined;
  const start = LEADING_ON.has(words[verb + 1]?.folded ?? '') ? verb + 2 : verb + 1;
  const constraints = describePart(ask, start, words.length);
  const { verdict } = resolve(ask, constraints);
  if (constraints.length === 0 || verdict.outcome !== 'one') return undefined;
  return { anchor: verdict.event.facts.event, rest: describePart(ask, 0, verb) };
}

/** "How long did they wait to hit back after X": the first event that the record links to X, by whom the question names. */
export function responseTo(ask: Ask): { anchor: TimelineEvent; response: TimelineEvent } | undefined {
  const anchored = findAnchor(ask) ?? (ask.question.intent?.intent === 'interval' ? answeredDeed(ask) : undefined);
  if (!anchored) return undefined;
  const actors = anchored.rest.flatMap((constraint) =>
    constraint.type === 'mention' ? meaningsOf(constraint.mention, 'actor').map(({ id }) => id) : [],
  );
  const response = sequelsOf(anchored.anchor, ask.engine.timeline).find((event) => {
    const by = ask.engine.factsById.get(event.id)?.by;
    return (
      event.when.first >= anchored.anchor.when.first && (actors.length === 0 || actors.some((actor) => by?.has(actor)))
    );
  });
  return response && { anchor: anchored.anchor, response };
}
