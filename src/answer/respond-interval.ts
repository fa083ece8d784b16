import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, listOf } from './ask.ts';
import { composeUnclear } from './compose/decline.ts';
import { composeBetween, composeLength, composeSince } from './compose/interval.ts';
import { sequelsOf } from './compose/links.ts';
import { single } from './settle.ts';
import { findAnchor, splitPair } from './split.ts';

/** How long between two events, since one, or how long one lasted. */
export function respondInterval(ask: Ask): Answer {
  const from = ask.question.intent?.attributes.from;
  if (from === 'now') return single(ask, 'interval', composeSince);
  const pair = splitPair(ask);
  if (pair?.certain) return composeBetween(ask, pair.left, pair.right);
  const answered = responseTo(ask);
  if (!answered && pair) return composeBetween(ask, pair.left, pair.right);
  if (answered) return composeBetween(ask, answered.anchor, answered.response);
  if (from === 'length') return single(ask, 'interval', composeLength);
  const events = listOf(ask, describe(ask));
  if (events.length === 2) return composeBetween(ask, events[0]!, events[1]!);
  return composeUnclear(ask, 'interval');
}

/** "How long did they wait to hit back after X": the first event that the record links to X, by whom the question names. */
export function responseTo(ask: Ask): { anchor: TimelineEvent; response: TimelineEvent } | undefined {
  const anchored = findAnchor(ask);
  if (!anchored) return undefined;
  const actors = anchored.rest.flatMap((constraint) =>
    constraint.type === 'mention'
      ? constraint.mention.meanings.flatMap((meaning) => (meaning.type === 'actor' ? [meaning.id] : []))
      : [],
  );
  const response = sequelsOf(anchored.anchor, ask.engine.timeline).find((event) => {
    const by = ask.engine.factsById.get(event.id)?.by;
    return (
      event.when.first >= anchored.anchor.when.first && (actors.length === 0 || actors.some((actor) => by?.has(actor)))
    );
  });
  return response && { anchor: anchored.anchor, response };
}
