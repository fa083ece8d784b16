import type { Correction, EventRecord, Source } from './event-schema.ts';
import type { Timeline } from './timeline.ts';

/** Something that a record said once and says no more, or of which it says since that it is in doubt. */
export interface LogEntry {
  event: Pick<EventRecord, 'id' | 'title' | 'date'>;
  /** The day on which the record was changed, YYYY-MM-DD. */
  on: string;
  /** What was corrected; absent where the event as a whole is disputed or was withdrawn. */
  correction?: Correction;
  status?: NonNullable<EventRecord['status']>;
  /** The sources that bear it out. */
  sources: readonly Source[];
}

/** Every correction of a timeline, the newest first; those of one day in the order of the events. */
export function correctionLog(timeline: Pick<Timeline, 'events' | 'withdrawn'>): LogEntry[] {
  const entries = [...timeline.withdrawn, ...timeline.events].flatMap(correctionsOf);
  return entries.sort((one, other) => (one.on > other.on ? -1 : one.on < other.on ? 1 : 0));
}

/** What one event's file tells of its corrections, as it stands there. */
export function correctionsOf(event: EventRecord): LogEntry[] {
  const { id, title, date, status, corrections = [], sources } = event;
  const of = { id, title, date };
  return [
    ...(status ? [{ event: of, on: status.on, status, sources: [] }] : []),
    ...corrections.map((correction) => ({
      event: of,
      on: correction.on,
      correction,
      sources: sources.filter(({ key }) => correction.sources.includes(key)),
    })),
  ];
}
