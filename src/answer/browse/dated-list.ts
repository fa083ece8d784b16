import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Answer, Run } from '../answer.ts';
import { Draft } from '../draft.ts';
import { plain, shortDateRuns } from '../wording.ts';

/** An event with the timeline that holds it. */
export interface Held {
  timeline: Timeline;
  event: TimelineEvent;
}

/** An event as a line of a list. */
export interface Line extends Held {
  /** What must be known of it besides, in a few words behind its title. */
  remark?: string;
}

/** Small print below a list; of an event where it rests on that event's sources. */
export interface Note {
  text: string;
  event?: TimelineEvent;
}

/** A lead, then a line for each event with its date and a source; without events the lead alone, as a decline. */
export function composeDatedList(lead: Run[], lines: readonly Line[], notes: readonly Note[] = []): Answer {
  const events = lines.map(({ event }) => event);
  const draft = new Draft().about(events);
  draft.say('lead', lead, []);
  for (const { event, timeline, remark } of lines) {
    const said = remark === undefined ? '' : ` (${remark})`;
    draft.say(
      'item',
      [...shortDateRuns(event, timeline), plain(`: ${event.title}${said}`)],
      draft.citer.dating(event),
      event.id,
    );
  }
  for (const { text, event } of notes) draft.say('note', [plain(text)], event ? draft.citer.dating(event) : []);
  const status = lines.length === 0 ? 'declined' : lines.length === 1 ? 'answered' : 'several';
  const { timeline: _first, ...answer } = draft.finish(status, 'list', '');
  const [name, ...others] = new Set(lines.map(({ timeline }) => timeline.card.name));
  // What comes of several timelines is no answer of one of them.
  return name === undefined || others.length > 0 ? answer : { ...answer, timeline: name };
}
