import type { EventRecord } from './event-schema.ts';

/** Why an event is to be read again. */
export type Recheck = 'unverified' | 'verified-long-ago';

/**
 * Whether an event is to be checked by a second reader, and why: nobody has yet, or the last time was more than a year ago.
 * @param today YYYY-MM-DD
 */
export function recheckOf({ verified, status }: EventRecord, today: string): Recheck | undefined {
  if (status?.is === 'withdrawn') return undefined;
  if (!verified) return 'unverified';
  const again = Temporal.PlainDate.from(verified.on).add({ years: 1 });
  return Temporal.PlainDate.compare(again, Temporal.PlainDate.from(today)) < 0 ? 'verified-long-ago' : undefined;
}

/** An event that is to be read again, and when it was last; never where that is absent. */
export interface ToRecheck {
  event: EventRecord;
  /** YYYY-MM-DD */
  last?: string;
}

/** The events that are to be read again, those that nobody has read first, then the longest unread. @param today YYYY-MM-DD */
export function recheckList(events: readonly EventRecord[], today: string): ToRecheck[] {
  return events
    .filter((event) => recheckOf(event, today) !== undefined)
    .map((event) => ({ event, ...(event.verified ? { last: event.verified.on } : {}) }))
    .sort((one, other) => ((one.last ?? '') < (other.last ?? '') ? -1 : (one.last ?? '') > (other.last ?? '') ? 1 : 0));
}
