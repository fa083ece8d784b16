import { schedule } from 'node-cron';
import type { Dateline } from '../dateline.ts';
import { describeError, type Log } from '../log.ts';
import type { DeliveryMetrics } from '../metrics/delivery.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { Bookkeeper } from './bookkeeper.ts';
import { type Clock, storeClock } from './clock.ts';
import { Courier } from './courier.ts';
import { noteRecord } from './note-record.ts';
import type { Poster } from './poster.ts';
import type { DeliverySettings } from './settings.ts';

/** At the start of each minute. Nothing depends on a tick: what it misses, the next one does. */
const EVERY_MINUTE = '* * * * *';

export interface CalendarTools {
  dateline: Dateline;
  store: Store;
  poster: Poster;
  log: Log;
  settings: DeliverySettings;
  /** Where editors are told of what does not go through. */
  editorsChannel?: string | undefined;
  metrics: DeliveryMetrics;
  clock?: Clock;
  /** What calls back every minute; node-cron where it is left out. @returns a function that ends it */
  ticks?: (tick: () => void) => () => void;
}

export interface Calendar {
  /** Looks at once for what is owed. */
  tick(): void;
  /** Begins with nothing more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Starts what posts on schedule: with each tick it works out what is owed, and takes what waits to its channels. */
export async function startCalendar(tools: CalendarTools): Promise<Calendar> {
  const { dateline, store, log, poster, settings, editorsChannel, metrics } = tools;
  const { clock = storeClock(store), ticks = everyMinute } = tools;
  await noteTheRecord(dateline, store, { clock, log });
  const { unknownPosts, catchUpMs } = settings;
  const courier = new Courier({ outbox: store.outbox, poster, clock, log, metrics, editorsChannel, unknownPosts });
  const bookkeeper = new Bookkeeper({ dateline, store, clock, log, metrics, catchUpMs, owes: () => courier.wake() });
  const tick = () => {
    void bookkeeper.account();
    // Another process may have left something behind.
    courier.wake();
  };
  courier.start();
  const endTicks = ticks(tick);
  tick();
  return {
    tick,
    async stop() {
      endTicks();
      await Promise.all([bookkeeper.stop(), courier.stop()]);
    },
  };
}

/** What changed is told a start later where it cannot be noted now. */
async function noteTheRecord(dateline: Dateline, store: Store, tools: { clock: Clock; log: Log }): Promise<void> {
  const { clock, log } = tools;
  try {
    await noteRecord(dateline, store.recordChanges, { now: await clock.now(), log });
  } catch (error) {
    const why = error instanceof StoreError ? { code: error.code, remedy: error.remedy } : describeError(error);
    log.error(why, 'what changed in the record could not be noted');
  }
}

function everyMinute(tick: () => void): () => void {
  const task = schedule(EVERY_MINUTE, tick, { name: 'dateline', timezone: 'UTC', suppressMissedWarning: true });
  return () => void task.destroy();
}
