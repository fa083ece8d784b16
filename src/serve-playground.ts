import type { Config } from './config.ts';
import { connectSlack } from './connect-slack.ts';
import type { Dateline } from './dateline.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { stopSignal } from './stop-signal.ts';
import { openTemporaryStore } from './store/open-temporary-store.ts';
import { EDITORS } from './web/playground/newsroom.ts';
import { openInBrowser } from './web/playground/open-in-browser.ts';
import { startPlayground } from './web/playground/playground.ts';

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
      connect: (settings) => {
        const { delivery } = config;
        return connectSlack(settings, dateline, { store, log, metrics, editors: EDITORS, delivery });
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
