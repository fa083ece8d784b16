import type { EditorsSettings } from '../config.ts';
import type { Dateline } from '../dateline.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Door } from '../metrics/questions.ts';
import type { Store } from '../store/store.ts';
import type { Claims } from './claims.ts';
import type { Clock } from './clock.ts';
import type { RateLimit } from './rate-limit.ts';

/** What a listener needs besides what Bolt gives it. */
export interface ListenerDeps {
  dateline: Dateline;
  log: Log;
  clock: Clock;
  store: Store;
  /** Deliveries and button presses that were dealt with already. */
  claims: Claims;
  /** How many questions people and channels have left. */
  limits: RateLimit;
  metrics: Metrics;
  /** Where the questions that the listener takes are asked. */
  door: Door;
  /** Who edits the record, and where suggestions are put before them. */
  editors: EditorsSettings;
  /** How old a missed run of a subscription may be to be told at all, in milliseconds. */
  catchUpMs: number;
  /** Questions that the help shows, as a person would type them. */
  examples: readonly string[];
}
