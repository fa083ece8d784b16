import { join } from 'node:path';
import { parseEdtf } from '../../src/record/edtf.ts';
import { loadTimelines } from '../../src/record/load.ts';
import type { Timeline, TimelineEvent } from '../../src/record/timeline.ts';

let ferries: Timeline | undefined;

/** The timeline of the fixtures, loaded once for all tests of a file. */
export function ferryTimeline(): Timeline {
  ferries ??= loadTimelines(join(import.meta.dirname, '..', 'fixtures'))[0]!;
  return ferries;
}

/** That timeline with one event for each date, and no others; their ids are "0", "1" and so on. */
export function timelineWithDates(dates: readonly string[]): Timeline {
  return timelineWith(dates.map((date) => ({ date })));
}

/** That timeline with these events alone, each like its first one but for what is given; ids as above. */
export function timelineWith(changes: readonly Partial<TimelineEvent>[]): Timeline {
  const timeline = ferryTimeline();
  const [model] = timeline.events;
  const events = changes.map((change, index) => ({
    ...model!,
    id: String(index),
    when: parseEdtf(change.date ?? model!.date),
    ...change,
  }));
  return { ...timeline, events, byId: new Map(events.map((event) => [event.id, event])) };
}
