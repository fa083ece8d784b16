import type { Log } from './log.ts';
import type { Store } from './store/store.ts';
import { StoreError } from './store/store-error.ts';

/** How often what has expired is deleted, in milliseconds. */
const EVERY = 10 * 60_000;
const DAY = 24 * 60 * 60_000;
/** How long it is kept what was posted and what became of each run, in milliseconds. */
const KEEP_DELIVERIES = 90 * DAY;
/** How long changes of the record are kept, in milliseconds: a month in review may look back a year. */
const KEEP_CHANGES = 400 * DAY;

type Kept = Pick<Store, 'oauthStates' | 'seenDeliveries' | 'outbox' | 'recordChanges'>;

interface HousekeepingTools {
  log: Log;
  clock: () => Date;
  /** Milliseconds from one time to the next. */
  every?: number;
}

/**
 * Deletes what has expired or is long over in the store, now and then; a process that has nothing else to do ends all the same. Of
 * several processes any may do it. What fails is logged, and done the next time.
 * @returns a function that ends it and waits for what is under way
 */
export function keepHouse(store: Kept, { log, clock, every = EVERY }: HousekeepingTools): () => Promise<void> {
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
  { oauthStates, seenDeliveries, outbox, recordChanges }: Kept,
  log: Log,
  now: Date,
): Promise<void> {
  try {
    const states = await oauthStates.purge(now);
    const deliveries = await seenDeliveries.purge(now);
    const posts = await outbox.purge(new Date(now.getTime() - KEEP_DELIVERIES));
    const changes = await recordChanges.purge(new Date(now.getTime() - KEEP_CHANGES));
    log.debug({ states, deliveries, posts, changes }, 'what had expired was deleted');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.warn({ code: error.code, remedy: error.remedy }, 'what has expired could not be deleted');
  }
}
