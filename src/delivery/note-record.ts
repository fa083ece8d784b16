import { createHash } from 'node:crypto';
import type { Dateline } from '../dateline.ts';
import type { Log } from '../log.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { NotedEvent, RecordChangeRepository } from '../store/record-changes.ts';

/** What is worked out of an event, and so changes with what stands elsewhere. */
const WORKED_OUT: readonly string[] = ['when', 'home', 'placesWithin', 'linkedFrom'];

/**
 * Notes what has changed in the record since it was noted last, so that digests can tell of it.
 * @throws StoreError
 */
export async function noteRecord(
  dateline: Dateline,
  changes: RecordChangeRepository,
  { now, log }: { now: Date; log: Log },
): Promise<void> {
  for (const timeline of dateline.timelines) {
    const events = dateline.events({ timeline }).map(noted);
    const noticed = await changes.note(timeline, events, now);
    log.info({ timeline, events: events.length, changes: noticed.length }, 'the record was noted');
  }
}

function noted(event: TimelineEvent): NotedEvent {
  const fields = Object.entries(event)
    .filter(([field, value]) => value !== undefined && !WORKED_OUT.includes(field))
    .map(([field, value]) => [field, fingerprint(value)] as const);
  return { event: event.id, fields: Object.fromEntries(fields) };
}

/** Enough to tell one value from another. The loader writes the keys of an object in the order of the schema. */
function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);
}
