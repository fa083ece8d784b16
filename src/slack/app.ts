import type { EditorsSettings, SlackSettings } from '../config.ts';
import type { Dateline } from '../dateline.ts';
import { Readiness } from '../health/readiness.ts';
import type { Log } from '../log.ts';
import { createMetrics, type Metrics } from '../metrics/metrics.ts';
import { installsByOAuth } from '../slack-config.ts';
import type { Store } from '../store/store.ts';
import { boltLog } from './bolt-log.ts';
import { Claims, DeliveryHeldError } from './claims.ts';
import { clientOptions } from './client-options.ts';
import type { Clock } from './clock.ts';
import { EventApp } from './event-app.ts';
import { describeFailure, mayPass, unwrapBoltError } from './failure.ts';
import { InFlight } from './in-flight.ts';
import { registerListeners } from './listeners.ts';
import { measure } from './measure.ts';
import { INSTALL_PATH } from './oauth/paths.ts';
import { type Allowances, RateLimit } from './rate-limit.ts';
import { tokenStartError } from './start-error.ts';
import { createTransport } from './transport.ts';
import { answerUnknown } from './unknown-interaction.ts';

/** How long a stop waits for answers that are being written, in milliseconds. */
const DRAIN_WAIT = 10_000;

/** What is said of `catchUpMs`. */
const CATCH_UP = 72 * 60 * 60_000;

export interface SlackAppOptions {
  log: Log;
  clock: Clock;
  /** What users create; it stays open as long as the app runs. */
  store: Store;
  /** Questions that the help shows. */
  examples?: readonly string[];
  /** Who edits the record, and where suggestions are put before them; nobody when absent. */
  editors?: EditorsSettings;
  /** How old a missed run of a subscription may be to be told at all, in milliseconds; three days where it is left out. */
  catchUpMs?: number;
  /** How much people and channels may ask; what suits people where it is left out. */
  allowances?: Allowances | undefined;
  /** What `/ready` answers by; one that is ready at once where it is left out. */
  readiness?: Readiness;
  /** What is counted; nobody reads it where it is left out. */
  metrics?: Metrics;
}

export interface SlackApp {
  /**
   * Checks the tokens and begins to receive.
   * @returns the port that is listened on, in the mode `http`.
   * @throws SlackStartError with one sentence and its remedy.
   */
  start(): Promise<{ port?: number }>;
  /** Stops receiving, then waits for the answers under way. */
  stop(): Promise<void>;
  /** Whether events can reach the bot now. */
  connected(): boolean;
}

/** The Slack door: it turns mentions, direct messages and `/dateline` into questions, and answers into messages. */
export function createSlackApp(settings: SlackSettings, dateline: Dateline, options: SlackAppOptions): SlackApp {
  const { log, clock, store, examples = [], editors = { people: [] }, allowances } = options;
  const { readiness = new Readiness(log, 'running'), metrics = createMetrics(), catchUpMs = CATCH_UP } = options;
  const logger = boltLog(log);
  const { callFailed } = metrics.slack;
  const transport = createTransport(settings, { log, logger, store, clock, readiness, callFailed });
  readiness.watch({ store, connected: () => transport.connected() });
  const app = new EventApp({
    ...transport.authorization,
    receiver: transport.receiver,
    clientOptions: clientOptions(settings.apiUrl, logger, { callFailed }),
    logger,
    convoStore: false,
    // Bolt would check the token in the constructor, where nothing can catch the refusal.
    deferInitialization: true,
  });
  const inFlight = new InFlight();
  app.use(({ next }) => inFlight.track(next()));
  app.use((args) => measure(args, metrics.slack));
  app.use((args) => answerUnknown(args, log));
  app.error(async (error) => {
    const causes = unwrapBoltError(error);
    for (const cause of causes) reportFailure(cause, log);
    // An event that fails here is not acknowledged, so that Slack brings it again.
    if (causes.some(mayPass)) throw error;
  });
  registerListeners(app, {
    dateline,
    log,
    clock,
    store,
    claims: new Claims(store.seenDeliveries, { clock, log, duplicate: metrics.slack.duplicate }),
    limits: new RateLimit(clock, allowances, metrics.questions.turnedAway),
    metrics,
    editors,
    catchUpMs,
    examples,
  });

  return {
    async start() {
      await app.init().catch((error: unknown) => {
        throw tokenStartError('SLACK_BOT_TOKEN', error);
      });
      const port = await transport.open();
      const install = installsByOAuth(settings) ? { install: `${settings.publicUrl}${INSTALL_PATH}` } : {};
      log.info({ mode: settings.mode, ...(port === undefined ? {} : { port }), ...install }, 'connected to Slack');
      return port === undefined ? {} : { port };
    },
    async stop() {
      await transport.close();
      const drained = await inFlight.drained(DRAIN_WAIT);
      log.info({ drained }, 'disconnected from Slack');
    },
    connected: () => transport.connected(),
  };
}

function reportFailure(cause: unknown, log: Log): void {
  if (cause instanceof DeliveryHeldError) log.info('a delivery is left to the process that deals with it');
  else log.error(describeFailure(cause), 'a reply could not be delivered');
}
