import type { Log } from './log.ts';
import type { Store } from './store/store.ts';
import { StoreError } from './store/store-error.ts';

/** How often what has expired is deleted, in milliseconds. */
const EVERY = 10 * 60_000;

interface HousekeepingTools {
  log: Log;
  clock: () => Date;
  /** Milliseconds from one time to the next. */
  every?: number;
}

/**
 * Deletes what has expired in the store, now and then; a process that has nothing else to do ends all the same. Of
 * several processes any may do it. What fails is logged, and done the next time.
 * @returns a function that ends it and waits for what is under way
 */
export function keepHouse(
  store: Pick<Store, 'oauthStates' | 'seenDeliveries'>,
  { log, clock, every = EVERY }: HousekeepingTools,
): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const timer = setInterval(() => {
    underWay ??= deleteExpired(store, log, clock()).finally(() => {
      underWay = undefined;
    });
  }, every);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

async function deleteExpired(
  { oauthStates, seenDeliveries }: Pick<Store, 'oauthStates' | 'seenDeliveries'>,
  log: Log,
  now: Date,
): Promise<void> {
  try {
    const states = await oauthStates.purge(now);
    const deliveries = await seenDeliveries.purge(now);
    log.debug({ states, deliveries }, 'what had expired was deleted');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn({ code: error.code, remedy: error.remedy }, 'what has expired could not be deleted');
  }
}
