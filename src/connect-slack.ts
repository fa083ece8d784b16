import type { EditorsSettings, SlackSettings } from './config.ts';
import type { Dateline } from './dateline.ts';
import { startCalendar } from './delivery/calendar-service.ts';
import type { DeliverySettings } from './delivery/settings.ts';
import type { Readiness } from './health/readiness.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { createPoster } from './slack/posting/create-poster.ts';
import type { Store } from './store/store.ts';

export interface ConnectTools {
  store: Store;
  log: Log;
  metrics: Metrics;
  editors: EditorsSettings;
  delivery: DeliverySettings;
  readiness?: Readiness;
}

/**
 * Connects the app with Slack, and starts what posts there on schedule. A stop waits for the answers and the posts under way.
 * @throws SlackStartError
 */
export async function connectSlack(
  settings: SlackSettings,
  dateline: Dateline,
  { delivery, ...tools }: ConnectTools,
): Promise<Pick<SlackApp, 'stop'>> {
  const { store, log, metrics, editors } = tools;
  const { catchUpMs } = delivery;
  const clock = () => new Date();
  const slack = createSlackApp(settings, dateline, { ...tools, clock, examples: dateline.examples, catchUpMs });
  await slack.start();
  const calendar = await startCalendar({
    dateline,
    store,
    poster: createPoster(settings, { store, log, metrics }),
    log,
    settings: delivery,
    editorsChannel: editors.channel,
    metrics: metrics.delivery,
  });
  return {
    async stop() {
      await Promise.all([calendar.stop(), slack.stop()]);
    },
  };
}
