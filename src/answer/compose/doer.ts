import { meaningsOf } from '../../question/mention.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { type Ask, describe } from '../ask.ts';
import type { Draft } from '../draft.ts';
import { actorNames, plain } from '../wording.ts';

/**
 * Corrects a question that says who did it where the record names somebody else or nobody: the event may be the one
 * that is meant, and the reader must not carry the name away as confirmed.
 */
export function addDoer(draft: Draft, ask: Ask, event: TimelineEvent): void {
  const { timeline } = ask.engine;
  const facts = ask.engine.factsById.get(event.id);
  if (!facts) return;
  const named = describe(ask).flatMap((constraint) =>
    constraint.type === 'mention' && constraint.role === 'by' && constraint.hard
      ? [meaningsOf(constraint.mention, 'actor').map(({ id }) => id)]
      : [],
  );
  const { status, note } = event.attribution;
  if (status === 'disputed' && named.length > 0 && note !== undefined) {
    draft.say('note', [plain(`Who did it is disputed. ${note}`)], citesOf(draft, event), event.id);
    return;
  }
  const wrong = named.filter((ids) => ids.length > 0 && !ids.some((id) => facts.by.has(id)));
  for (const ids of wrong) {
    const doubt = ids.some((id) => facts.blamed.has(id))
      ? 'blamed or claiming, not confirmed'
      : 'not named as the doer';
    draft.say(
      'note',
      [
        plain(
          `${actorNames(ids, timeline)}: ${doubt} in the record, which enters it under ${actorNames(event.by, timeline)}.${note === undefined ? '' : ` ${note}`}`,
        ),
      ],
      citesOf(draft, event),
      event.id,
    );
  }
}

function citesOf(draft: Draft, event: TimelineEvent): ReturnType<Draft['citer']['supporting']> {
  return draft.citer.supporting(event, 'by', 'attribution');
}
