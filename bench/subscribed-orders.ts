import type { DigestRecord } from '../src/digest/digest-record.ts';
import { DIGEST_KINDS, type DigestKind, type DigestOrder, type Filter, filterSchema } from '../src/digest/order.ts';

/** How many of ten subscriptions are of a kind: most people want the day, few the editors' digest. */
const OFTEN: Record<DigestKind, number> = {
  'on-this-day': 4,
  'week-ahead': 2,
  reminders: 1,
  'month-in-review': 1,
  'record-changes': 1,
  editors: 1,
};
const KINDS = DIGEST_KINDS.flatMap((kind) => Array.from({ length: OFTEN[kind] }, () => kind));
/** Half of all subscriptions tell of everything. */
const FILTERS = 60;
const ZONES = 36;

/**
 * Orders as newsrooms make them, all due at one moment: each kind of digest, dozens of filters out of the record, and dozens
 * of zones, on whose clocks that moment is another time. A digest without anything to tell is posted too.
 */
export function subscribedOrders(record: DigestRecord, due: Date, count: number): DigestOrder[] {
  const filters = [...filtersOf(record), ...Array.from({ length: FILTERS }, () => filterSchema.parse({}))];
  const all = Intl.supportedValuesOf('timeZone');
  // Clocks of some zones differ by half an hour, and any of them may stand at another day.
  const zones = Array.from({ length: ZONES }, (_, n) => all[Math.floor((n * all.length) / ZONES)]!);
  return Array.from({ length: count }, (_, n) => {
    const kind = KINDS[n % KINDS.length]!;
    const filter = filters[(n * 7) % filters.length]!;
    return {
      digest: kind,
      schedule: { cron: cronOf(kind, due, zones[(n * 11) % zones.length]!), timeZone: zones[(n * 11) % zones.length]! },
      filter: kind === 'editors' ? filterSchema.parse({}) : filter,
      leads: kind === 'reminders' || kind === 'week-ahead' ? ['P14D', 'P1M'] : [],
      emptyDays: 'say',
    };
  });
}

/** Filters by the places, actors and kinds of events throughout the record. */
function filtersOf(record: DigestRecord): Filter[] {
  const events = record.events();
  return Array.from({ length: FILTERS }, (_, n) => {
    const event = events[Math.floor((n * events.length) / FILTERS)]!;
    const choices: Partial<Filter>[] = [
      { places: event.places.slice(0, 1) },
      { actors: event.by.slice(0, 1) },
      { kinds: [event.kind] },
      { milestonesOnly: true, minimumWeight: n },
    ];
    return filterSchema.parse(choices[n % choices.length]);
  });
}

/** Each day, each week or each month, at the time that a zone's clocks show then. */
function cronOf(kind: DigestKind, due: Date, timeZone: string): string {
  const { minute, hour, day, dayOfWeek } = Temporal.Instant.fromEpochMilliseconds(due.getTime()).toZonedDateTimeISO(
    timeZone,
  );
  const time = `${minute} ${hour}`;
  if (kind === 'month-in-review') return `${time} ${day} * *`;
  return kind === 'week-ahead' ? `${time} * * ${dayOfWeek % 7}` : `${time} * * *`;
}
