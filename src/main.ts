import { chat } from './cli/chat.ts';
import { standardConsole } from './cli/standard-console.ts';
import { type Config, ConfigError, readConfig, type SlackSettings } from './config.ts';
import type { Dateline } from './dateline.ts';
import { keepHouse } from './housekeeping.ts';
import { createLog } from './log.ts';
import { openDateline } from './prepared/open.ts';
import { RecordError } from './record/problem.ts';
import { createSlackApp } from './slack/app.ts';
import { ManifestError } from './slack/manifest.ts';
import { SlackStartError } from './slack/start-error.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';

/** What the operator can mend; their messages say how. */
const EXPECTED = [ConfigError, RecordError, StoreError, SlackStartError, ManifestError];

/**
 * The composition root: reads the environment, loads the record and opens the door that it names, Slack or the terminal.
 * Beside Slack stands the store; the terminal does without.
 * @returns the exit status of the process
 */
export async function start(environment: NodeJS.ProcessEnv = process.env): Promise<number> {
  try {
    const config = readConfig(environment);
    const dateline = await openDateline(config.dataDirectory);
    if (!config.slack) {
      await chatWithoutSlack(dateline);
      return 0;
    }
    await serveSlack(config, config.slack, dateline);
    process.exit(0);
  } catch (error) {
    if (EXPECTED.some((kind) => error instanceof kind)) {
      console.error((error as Error).message);
      return 1;
    }
    throw error;
  }
}

async function chatWithoutSlack(dateline: Parameters<typeof chat>[0]): Promise<void> {
  const console = standardConsole();
  console.out('Dateline is not connected to Slack and answers here in the terminal.\n');
  console.out(
    'To connect Slack, create the app from manifest.yml and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: README.md, "Connect a workspace".\n\n',
  );
  await chat(dateline, process.stdin, console);
}

async function serveSlack(config: Config, settings: SlackSettings, dateline: Dateline): Promise<void> {
  // From the first moment on: a stop during the start is a stop after it.
  const stop = stopSignal();
  const log = createLog(config.logLevel);
  const clock = () => new Date();
  const store = await openStore(config.store);
  const endHousekeeping = keepHouse(store, { log, clock });
  try {
    const slack = createSlackApp(settings, dateline, {
      log,
      clock,
      store,
      editors: config.editors,
      examples: dateline.examples,
    });
    await slack.start();
    await stop;
    // Waits for the answers under way.
    await slack.stop();
  } finally {
    await endHousekeeping();
    await store.close();
  }
}

/** Resolves when the operator wants the process to stop. A second signal ends it at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
