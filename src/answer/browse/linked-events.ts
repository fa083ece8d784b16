import { formatEdtf } from '../../record/format-date.ts';
import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import { Draft } from '../draft.ts';
import { counted, plain, strong } from '../wording.ts';

/** What led to an event, or what came next: a single one is told with its summary, several are listed. */
export function composeLinked(
  timeline: Timeline,
  event: TimelineEvent,
  linked: readonly TimelineEvent[],
  direction: 'before' | 'after',
): Answer {
  const kind = direction === 'before' ? 'cause' : 'sequel';
  const draft = new Draft().about(linked);
  const named = `${event.title} (${formatEdtf(event.date)})`;
  const [only, ...more] = linked;
  if (only && more.length === 0) {
    draft.say(
      'lead',
      [strong(formatEdtf(only.date)), plain(`: ${only.title}, ${direction} ${named}.`)],
      draft.citer.supporting(only, 'date'),
      only.id,
    );
    draft.say('detail', [plain(only.summary)], draft.citer.supporting(only, 'summary', 'date'), only.id);
    draft.value({ date: only.date, ...(only.home ? { washington: only.home.edtf } : {}) });
    return draft.finish('answered', kind, timeline.card.name);
  }
  const led = direction === 'before' ? ' led to ' : ' came next, after ';
  const lead =
    linked.length === 0
      ? [plain('The record '), strong('links no event'), plain(` that${led}${named}.`)]
      : [strong(counted(linked.length, 'event')), plain(`${led}${named}.`)];
  draft.say('lead', lead, []);
  for (const other of linked) {
    draft.say('item', [strong(formatEdtf(other.date)), plain(`: ${other.title}`)], draft.citer.dating(other), other.id);
  }
  return draft.finish(linked.length === 0 ? 'declined' : 'several', kind, timeline.card.name);
}
