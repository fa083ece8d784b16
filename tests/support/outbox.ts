import type { ClaimedDelivery, NewDelivery, OutboxRepository } from '../../src/store/outbox.ts';
import type { NewSubscription } from '../../src/store/subscriptions.ts';

const START = Date.parse('2026-03-14T09:00:00Z');

/** A moment so many seconds after the start of a test. */
export const at = (seconds: number) => new Date(START + seconds * 1_000);

export const SUBSCRIPTION: NewSubscription = {
  team: 'T1',
  channel: 'C1',
  user: 'U1',
  order: { kind: 'daily' },
  nextRunAt: at(0),
};

export function deliveryTo(channel: string, key: string, subscription: string | null = null): NewDelivery {
  return { key, team: 'T1', channel, subscription, message: { text: key } };
}

/** The length of a claim's lease in the tests, in seconds. */
export const LEASE = 60;
/** How many seconds ahead a lease or a rest may be and count. */
export const FARTHEST = 600;

/** Claims at a moment so many seconds after the start. */
export function claimAt(outbox: OutboxRepository, seconds: number, limit = 100): Promise<ClaimedDelivery[]> {
  return outbox.claim({
    holder: 'a process',
    besides: [],
    now: at(seconds),
    leaseUntil: at(seconds + LEASE),
    farthest: at(seconds + FARTHEST),
    limit,
  });
}

export const keysOf = (deliveries: readonly { key: string }[]) => deliveries.map(({ key }) => key);
