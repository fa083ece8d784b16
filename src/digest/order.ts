import { z } from 'zod';

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

/** What somebody wants to be posted, and when. The store keeps it as JSON. */
export const orderSchema = z.strictObject({
  digest: z.enum(DIGEST_KINDS),
  schedule: z.strictObject({ cron: z.string(), timeZone: z.string() }),
  filter: filterSchema,
  /** How long before a milestone it is flagged: ISO 8601 durations of days, weeks or months, such as `P14D` and `P1M`. */
  leads: z.array(z.string()).default([]),
  /** Whether a digest without anything to tell is posted all the same, and says so. */
  emptyDays: z.enum(['silent', 'say']).default('silent'),
});
export type DigestOrder = z.output<typeof orderSchema>;
