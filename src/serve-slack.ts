import { setTimeout as delay } from 'node:timers/promises';
import type { Config, SlackSettings } from './config.ts';
import type { Dateline } from './dateline.ts';
import { startCalendar } from './delivery/calendar-service.ts';
import { stockOf } from './delivery/stock.ts';
import { Readiness } from './health/readiness.ts';
import { keepHouse } from './housekeeping.ts';
import type { Log } from './log.ts';
import { createMetrics, type ServedMetrics } from './metrics/metrics.ts';
import { countStoreFailures } from './metrics/store.ts';
import { createSlackApp } from './slack/app.ts';
import { createPoster } from './slack/posting/create-poster.ts';
import { stopSignal } from './stop-signal.ts';
import { openStore } from './store/open-store.ts';
import { type Operations, startOperations } from './web/operations/operations.ts';

const clock = () => new Date();

/** Meets Slack until a signal comes, with the store beside it, and a port for monitors where the settings name one. */
export async function serveSlack(config: Config, settings: SlackSettings, dateline: Dateline, log: Log): Promise<void> {
  const readiness = new Readiness(log);
  // From the first moment on: a stop during the start is a stop after it.
  const stop = stopSignal().then(() => readiness.end());
  const metrics = createMetrics();
  const operations = await openToMonitors(config, { readiness, metrics, log });
  try {
    const store = countStoreFailures(await openStore(config.store), metrics.store);
    const endHousekeeping = keepHouse(store, { log, clock });
    try {
      const slack = createSlackApp(settings, dateline, {
        clock,
        examples: dateline.examples,
        log,
        store,
        editors: config.editors,
        catchUpMs: config.delivery.catchUpMs,
        readiness,
        metrics,
      });
      await slack.start();
      const calendar = await startCalendar({
        dateline,
        store,
        poster: createPoster(settings, { store, log, metrics }),
        log,
        settings: config.delivery,
        editorsChannel: config.editors.channel,
        metrics: metrics.delivery,
      });
      metrics.collectFrom(() => stockOf(store));
      readiness.begin();
      await stop;
      await untilNoticed(config.operations.stopDelay, log);
      // Waits for the answers and the posts under way.
      await Promise.all([calendar.stop(), slack.stop()]);
    } finally {
      await endHousekeeping();
      await store.close();
    }
  } finally {
    await operations?.stop();
  }
}

/** Gives load balancers time to notice that no new work is to be sent here; what they send until then is done. */
async function untilNoticed(stopDelay: number, log: Log): Promise<void> {
  log.info({ seconds: stopDelay / 1000 }, 'stopping');
  if (stopDelay > 0) await delay(stopDelay);
}

async function openToMonitors(
  { operations: { monitoring } }: Config,
  tools: { readiness: Readiness; metrics: ServedMetrics; log: Log },
): Promise<Operations | undefined> {
  if (!monitoring) return undefined;
  tools.metrics.watchReadiness(tools.readiness);
  tools.metrics.watchProcess();
  return startOperations(monitoring, tools);
}
