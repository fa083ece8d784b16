import { z } from 'zod';
import { checkSchedule } from '../calendar/read-schedule.ts';
import { leadOfIso, MOST_LEADS } from './leads.ts';
import { OrderError } from './order-error.ts';

/**
 * What a digest tells: what happened on these days of the year; the week ahead with milestones flagged before; reminders of
 * milestones alone; the month that has ended; what was added to or corrected in the record; what editors should see.
 */
export const DIGEST_KINDS = [
  'on-this-day',
  'week-ahead',
  'reminders',
  'month-in-review',
  'record-changes',
  'editors',
] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

const ids = z.array(z.string().min(1)).default([]);

/** Which occasions and events a digest tells of; all where nothing is named. */
export const filterSchema = z.strictObject({
  /** Name of the only timeline; absent for all that are loaded. */
  timeline: z.string().optional(),
  /** Ids of places: an event in one of them, or in a place inside one, is told. */
  places: ids,
  /** Ids of actors: an event that one of them did, or that was aimed at one, is told. */
  actors: ids,
  /** Ids of kinds. */
  kinds: ids,
  milestonesOnly: z.boolean().default(false),
  /** Least weight of an event that is told, as in `Occasion.weight`. */
  minimumWeight: z.int().min(0).default(0),
});
export type Filter = z.output<typeof filterSchema>;

const scheduleSchema = z.strictObject({ cron: z.string(), timeZone: z.string() }).check((checked) => {
  for (const { problem, remedy } of checkSchedule(checked.value))
    checked.issues.push({ code: 'custom', message: `${problem}. ${remedy}`, input: checked.value });
});

const leadSchema = z.string().refine((lead) => leadOfIso(lead) !== undefined, {
  error: 'A lead is an ISO 8601 duration from a day to 12 months, such as P14D or P1M',
});

/** What somebody wants to be posted, and when. The store keeps it as JSON. */
export const orderSchema = z.strictObject({
  digest: z.enum(DIGEST_KINDS),
  schedule: scheduleSchema,
  filter: filterSchema,
  /** How long before a milestone it is flagged: ISO 8601 durations of days, weeks or months, such as `P14D` and `P1M`. */
  leads: z.array(leadSchema).max(MOST_LEADS).default([]),
  /** Whether a digest without anything to tell is posted all the same, and says so. */
  emptyDays: z.enum(['silent', 'say']).default('silent'),
});
export type DigestOrder = z.output<typeof orderSchema>;

/**
 * Reads an order that was kept as plain data.
 * @throws OrderError where it is none that this version can read: another version wrote it, or its zone is gone
 */
export function parseOrder(value: unknown): DigestOrder {
  const parsed = orderSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new OrderError(
    parsed.error.issues.map(({ path, message }) => ({
      code: 'unreadable-order',
      typed: path.join('.'),
      problem: `The order that was kept cannot be read${path.length > 0 ? ` (${path.join('.')}: ${message})` : ` (${message})`}`,
      remedy: 'Unsubscribe and subscribe again, or run the version of Dateline that wrote it',
    })),
    { cause: parsed.error },
  );
}
