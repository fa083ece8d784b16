import { type DigestOrder, parseOrder } from '../../digest/order.ts';
import { OrderError } from '../../digest/order-error.ts';
import type { Store } from '../../store/store.ts';
import type { Subscription } from '../../store/subscriptions.ts';
import { MOST_IN_WORKSPACE } from './limits.ts';
import { isDirect, type Subscriber } from './subscriber.ts';

/** A subscription as people see it. */
export interface Listed {
  /** Its number in the list of the place, from 1. */
  number: number;
  subscription: Subscription;
  /** Absent where an earlier or later version wrote one that this one cannot read. */
  order: DigestOrder | undefined;
}

/**
 * The subscriptions that somebody sees where they are, oldest first: those of the channel; in a direct message and on the
 * Home tab all that the person made.
 * @throws StoreError
 */
export async function listedFor(
  { team, user, channel }: Subscriber,
  { subscriptions }: Pick<Store, 'subscriptions'>,
): Promise<Listed[]> {
  const whose = channel === undefined || isDirect(channel) ? { user } : { channel };
  const found = await subscriptions.list(team, { ...whose, limit: MOST_IN_WORKSPACE });
  return found.map((subscription, index) => ({
    number: index + 1,
    subscription,
    order: orderOf(subscription),
  }));
}

/** What a subscription orders; nothing where it cannot be read. */
export function orderOf({ order }: Subscription): DigestOrder | undefined {
  try {
    return parseOrder(order);
  } catch (error) {
    if (error instanceof OrderError) return undefined;
    throw error;
  }
}
