import type { SlackSettings } from '../../config.ts';
import type { Poster } from '../../delivery/poster.ts';
import type { Log } from '../../log.ts';
import type { SlackMetrics } from '../../metrics/slack.ts';
import type { Store } from '../../store/store.ts';
import { boltLog } from '../bolt-log.ts';
import { botTokens } from './bot-tokens.ts';
import { SlackPoster } from './slack-poster.ts';

/** What posts in the workspaces that the settings are for, with clients of its own. */
export function createPoster(
  settings: SlackSettings,
  { store, log, metrics }: { store: Pick<Store, 'installations'>; log: Log; metrics: { slack: SlackMetrics } },
): Poster {
  return new SlackPoster({
    tokens: botTokens(settings, store.installations),
    apiUrl: settings.apiUrl,
    logger: boltLog(log),
    callFailed: metrics.slack.callFailed,
  });
}
