import type { ClaimedDelivery } from '../store/outbox.ts';

/** What is done when a post does not go well. All times are in milliseconds. */

/** Slack takes one message a second in each channel: docs.slack.dev/apis/web-api/rate-limits. */
export const PACE = 1_000;

/**
 * How long a process has a delivery to itself. It must be longer than looking for a message and posting one can take, since
 * who claims it afterwards takes it for one whose process has died.
 */
export const LEASE = 90_000;

/** How much of a lease must be left for a call to Slack to begin: more than such a call may take. */
export const LEASE_NEEDED = 20_000;

/** How long after a post whose outcome is unknown it is looked for: what is still on its way arrives or fails until then. */
export const SETTLING = 30_000;

/** For how long a post is tried again before it is held back for the operator. */
export const GIVE_UP_AFTER = 6 * 60 * 60_000;

/** The most that a channel is left alone for, whatever Slack asks. */
export const LONGEST_REST = 60 * 60_000;

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 10 * 60_000;

/** How long to wait before the next attempt: twice as long each time. @param attempts how many there were, 1 at least */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE * 2 ** Math.min(attempts - 1, 20), LONGEST_PAUSE);
}

/** Attempts that a delivery has at least, also when somebody retries one that was given up long ago. */
const FEWEST_ATTEMPTS = 5;

/** Whether it is time to give up a delivery that failed again. */
export function isGivenUp({ firstTriedAt, attempts }: ClaimedDelivery, now: Date): boolean {
  if (firstTriedAt === null || attempts < FEWEST_ATTEMPTS) return false;
  return now.getTime() - firstTriedAt.getTime() >= GIVE_UP_AFTER;
}
