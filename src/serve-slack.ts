import { setTimeout as delay } from 'node:timers/promises';
import type { Config, SlackSettings } from './config.ts';
import { connectSlack } from './connect-slack.ts';
import type { Dateline } from './dateline.ts';
import { stockOf } from './delivery/stock.ts';
import { Readiness } from './health/readiness.ts';
import { keepHouse } from './housekeeping.ts';
import type { Log } from './log.ts';
import { createMetrics, type ServedMetrics } from './metrics/metrics.ts';
import { countStoreFailures } from './metrics/store.ts';
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
      const { editors, delivery } = config;
      const slack = await connectSlack(settings, dateline, { store, log, metrics, editors, delivery, readiness });
      metrics.collectFrom(() => stockOf(store));
      readiness.begin();
      await stop;
      await untilNoticed(config.operations.stopDelay, log);
      await slack.stop();
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
