import type { SlackSettings } from '../../src/config.ts';
import type { Dateline } from '../../src/dateline.ts';
import type { AppSettings } from '../../src/local-slack/app-settings.ts';
import { type Clock, systemClock } from '../../src/local-slack/clock.ts';
import type { Outcome } from '../../src/local-slack/delivery/delivery.ts';
import { HttpDelivery } from '../../src/local-slack/delivery/http-delivery.ts';
import type { Json } from '../../src/local-slack/json.ts';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import type { WorkspaceSettings } from '../../src/local-slack/workspace-settings.ts';
import { createLog, type Log } from '../../src/log.ts';
import { createSlackApp, type SlackApp, type SlackAppOptions } from '../../src/slack/app.ts';
import type { Store } from '../../src/store/store.ts';
import { FakeDateline } from './fake-dateline.ts';
import { CREDENTIALS, SIGNING_SECRET, startNewsroom } from './local-newsroom.ts';
import { makeTestPlace } from './stores.ts';

export const NOW = new Date('2026-03-14T09:00:00Z');

/** The real app before a local Slack that grants what manifest.yml asks for; only the record is a fake. */
export interface SlackBench {
  /** Where the app takes requests; absent over Socket Mode. */
  address: string | undefined;
  slack: LocalSlack;
  app: SlackApp;
  dateline: FakeDateline;
  /** A real store: over SQLite, or over PostgreSQL with `TEST_STORE=postgres`. */
  store: Store;
  /** The lines of the log, parsed. */
  logged: Record<string, unknown>[];
  /** The first line of the log that matches, as soon as it is there. */
  logLine(matches: (line: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>;
  /** Sends what Slack's clients would never send, signed as Slack signs it, and gives what the app acknowledges with. */
  forge(payload: Json): Promise<Outcome>;
  /** Moves the app's clock. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

/** What a bench does otherwise. */
export interface BenchOptions extends Pick<SlackAppOptions, 'editors' | 'allowances' | 'metrics' | 'readiness'> {
  /** The record, instead of the fake one. */
  dateline?: Dateline;
  /** Slack's clock, instead of the machine's. */
  slackClock?: Clock;
  /** The workspace, instead of the newsroom. */
  workspace?: WorkspaceSettings;
}

/** How Slack reaches the app. Replicas over one PostgreSQL are reached over HTTP. */
export const MODES: readonly ('socket' | 'http')[] =
  process.env.TEST_STORE === 'postgres' ? ['http'] : ['socket', 'http'];

/** Starts the app in a mode against a fresh local Slack. */
export async function startBench(
  mode: (typeof MODES)[number],
  options: Partial<AppSettings> = {},
  { dateline: record, slackClock, workspace, ...others }: BenchOptions = {},
): Promise<SlackBench> {
  const slack = await startNewsroom(options, slackClock, workspace);
  const { log, logged, logLine } = memoryLog();
  const dateline = new FakeDateline();
  const { place, takeAway } = await makeTestPlace();
  const store = await place.open();
  let now = NOW.getTime();
  const app = createSlackApp(slackSettings(slack, mode), record ?? dateline, {
    log,
    clock: () => new Date(now),
    store,
    examples: ['When did Iran strike Ain al-Asad?'],
    ...others,
  });
  const { port } = await app.start();
  const address = port === undefined ? undefined : `http://127.0.0.1:${port}/slack/events`;
  if (address !== undefined) slack.deliverOverHttp(address);
  const forger =
    address === undefined
      ? slack.socket
      : new HttpDelivery({ url: address, secret: SIGNING_SECRET, journal: slack.journal, clock: systemClock });
  return {
    address,
    slack,
    app,
    dateline,
    store,
    logged,
    logLine,
    forge: (payload) => forger.attempt({ type: 'interactive', payload, attempt: 0 }),
    advance: (ms) => {
      now += ms;
    },
    stop: async () => {
      await app.stop();
      await slack.close();
      await takeAway();
    },
  };
}

/** Settings that fit a local Slack. */
export function slackSettings(slack: LocalSlack, mode: (typeof MODES)[number]): SlackSettings {
  const { botToken, appToken } = CREDENTIALS;
  const shared = { botToken, apiUrl: slack.apiUrl };
  return mode === 'socket'
    ? { ...shared, mode, appToken }
    : { ...shared, mode, signingSecret: SIGNING_SECRET, port: 0 };
}

interface MemoryLog extends Pick<SlackBench, 'logged' | 'logLine'> {
  log: Log;
}

/** A log that keeps its lines. */
export function memoryLog(): MemoryLog {
  const logged: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  const write = (line: string) => {
    logged.push(JSON.parse(line));
    for (const look of [...waiting]) look();
  };
  const logLine: SlackBench['logLine'] = (matches) =>
    new Promise((resolve) => {
      const look = () => {
        const found = logged.find(matches);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { log: createLog('trace', { write }), logged, logLine };
}
