import type { Config } from './config.ts';
import type { Dateline } from './dateline.ts';
import { startCalendar } from './delivery/calendar-service.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createSlackApp } from './slack/app.ts';
import { createPoster } from './slack/posting/create-poster.ts';
import { stopSignal } from './stop-signal.ts';
import { openTemporaryStore } from './store/open-temporary-store.ts';
import { EDITORS } from './web/playground/newsroom.ts';
import { openInBrowser } from './web/playground/open-in-browser.ts';
import { startPlayground } from './web/playground/playground.ts';

const clock = () => new Date();

/**
 * Lets people try Dateline on a page of this machine until a signal comes; what they do there is gone when it stops.
 * @param open whether to open the page in the browser
 */
export async function servePlayground(config: Config, dateline: Dateline, log: Log, open: boolean): Promise<void> {
  const stop = stopSignal();
  const store = await openTemporaryStore();
  const metrics = createMetrics();
  const { examples } = dateline;
  try {
    const playground = await startPlayground({
      connect: async (settings) => {
        const slack = createSlackApp(settings, dateline, { clock, examples, log, store, editors: EDITORS });
        await slack.start();
        const calendar = await startCalendar({
          dateline,
          store,
          poster: createPoster(settings, { store, log, metrics }),
          log,
          settings: config.delivery,
          editorsChannel: EDITORS.channel,
          metrics: metrics.delivery,
        });
        return { ...slack, stop: async () => void (await Promise.all([calendar.stop(), slack.stop()])) };
      },
      examples,
      log,
      port: config.port,
    });
    console.log(`Open ${playground.url} in a browser to try Dateline. Ctrl-C stops it, and nothing is kept.`);
    if (open) openInBrowser(playground.url);
    await stop;
    await playground.stop();
  } finally {
    await store.close();
  }
}
