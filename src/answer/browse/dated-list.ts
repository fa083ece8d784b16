import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Answer, Run } from '../answer.ts';
import { Draft } from '../draft.ts';
import { plain, shortDateRuns } from '../wording.ts';

/** An event with the timeline that holds it. */
export interface Held {
  timeline: Timeline;
  event: TimelineEvent;
}

/** A lead, then a line for each event with its date and a source; without events the lead alone, as a decline. */
export function composeDatedList(lead: Run[], held: readonly Held[], notes: readonly string[] = []): Answer {
  const events = held.map(({ event }) => event);
  const draft = new Draft().about(events);
  draft.say('lead', lead, []);
  for (const { event, timeline } of held) {
    draft.say(
      'item',
      [...shortDateRuns(event, timeline), plain(`: ${event.title}`)],
      draft.citer.dating(event),
      event.id,
    );
  }
  for (const note of notes) draft.say('note', [plain(note)], []);
  const status = held.length === 0 ? 'declined' : held.length === 1 ? 'answered' : 'several';
  const { timeline: _first, ...answer } = draft.finish(status, 'list', '');
  const [name, ...others] = new Set(held.map(({ timeline }) => timeline.card.name));
  // What comes of several timelines is no answer of one of them.
  return name === undefined || others.length > 0 ? answer : { ...answer, timeline: name };
}
