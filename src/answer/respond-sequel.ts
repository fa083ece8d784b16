import { meaningsOf } from '../question/mention.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer } from './answer.ts';
import { type Ask, describe, describePart, type Resolution, resolve } from './ask.ts';
import { composeSequel, composeUnlinked, sequelsOf } from './compose/links.ts';
import { asAside, type Constraint } from './constraint.ts';
import { responseTo } from './respond-interval.ts';
import { settle } from './settle.ts';

/** What followed an event, by the record's links. */
export function respondSequel(ask: Ask): Answer {
  const { timeline } = ask.engine;
  const answered = responseTo(ask);
  if (answered) return composeSequel(ask, answered.anchor, [answered.response]);
  const resolution = resolve(ask, describeDeed(ask));
  const shared = sharedSequel(ask, resolution);
  if (shared) return composeSequel(ask, shared.event, [shared.sequel]);
  return settle(ask, resolution, 'sequel', (inner, event) => {
    const sequels = byWhom(inner, event, sequelsOf(event, timeline));
    if (sequels.length > 0) return composeSequel(inner, event, sequels);
    const later = timeline.events.find(
      (other) => other.when.first > event.when.first && other.places.some((place) => event.places.includes(place)),
    );
    return composeUnlinked(inner, event, later);
  });
}

/** "How did Washington answer the missiles at the Mason", of which there were three: the one answer that the record links. */
function sharedSequel(ask: Ask, { verdict }: Resolution): { event: TimelineEvent; sequel: TimelineEvent } | undefined {
  if (verdict.outcome !== 'several') return undefined;
  const answers = verdict.events.flatMap(({ facts: { event } }) =>
    byWhom(ask, event, sequelsOf(event, ask.engine.timeline))
      .filter((sequel) => !verdict.events.some((other) => other.facts.event.id === sequel.id))
      .map((sequel) => ({ event, sequel })),
  );
  const [first] = answers;
  return first && answers.every(({ sequel }) => sequel.id === first.sequel.id) ? answers.at(-1) : undefined;
}

/** "How did the U.S. respond" asks for what the U.S. did; where it did nothing that the record links, for all that followed. */
function byWhom(ask: Ask, event: TimelineEvent, sequels: readonly TimelineEvent[]): readonly TimelineEvent[] {
  const actors = ask.question.mentions
    .filter((mention) => ['any', 'by', 'likely-by'].includes(ask.question.roles.get(mention.start) ?? ''))
    .flatMap((mention) => meaningsOf(mention, 'actor').map(({ id }) => id));
  const theirs = sequels.filter((sequel) => actors.some((actor) => ask.engine.factsById.get(sequel.id)?.by.has(actor)));
  const ownDeed = actors.some((actor) => ask.engine.factsById.get(event.id)?.by.has(actor));
  return theirs.length > 0 && !ownDeed ? theirs : sequels;
}

/** What a sequel is asked of: the clause after "after" or "to" where there is one, less who is asked to have answered. */
export function describeDeed(ask: Ask): readonly Constraint[] {
  const { words, intent } = ask.question;
  const match = intent?.matches[0];
  const answering = (constraint: Constraint) =>
    match !== undefined &&
    constraint.type === 'mention' &&
    isWithin(constraint, match) &&
    !match.slots.some(({ slot, ...span }) => slot === 'description' && isWithin(constraint, span));
  const at = words.findIndex((word, index) => index > 1 && ['after', 'to', 'following', 'for'].includes(word.folded));
  const clause = at === -1 ? [] : describePart(ask, at + 1, ask.question.words.length);
  const wanted = (clause.some((constraint) => constraint.hard) ? clause : describe(ask)).filter(
    (constraint) => !answering(constraint),
  );
  // "Mosul falls: what was America's reaction": whose reaction it was describes nothing of the fall.
  return wanted.map((constraint) =>
    constraint.type === 'mention' && constraint.possessive && !clause.includes(constraint)
      ? asAside(constraint)
      : constraint,
  );
}

function isWithin(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
