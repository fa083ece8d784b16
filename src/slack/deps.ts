import type { Dateline } from '../dateline.ts';
import type { Log } from '../log.ts';
import type { Clock } from './clock.ts';
import type { SeenKeys } from './seen-keys.ts';

/** What a listener needs besides what Bolt gives it. */
export interface ListenerDeps {
  dateline: Dateline;
  log: Log;
  clock: Clock;
  /** Deliveries and button presses that were dealt with already. */
  seen: SeenKeys;
  /** Questions that the help shows, as a person would type them. */
  examples: readonly string[];
}
