import { parseArgs } from 'node:util';
import { chat } from './cli/chat.ts';
import { standardConsole } from './cli/standard-console.ts';
import { type Config, ConfigError, readConfig, type SlackSettings } from './config.ts';
import type { Dateline } from './dateline.ts';
import { keepHouse } from './housekeeping.ts';
import { createLog, type Log } from './log.ts';
import { openDateline } from './prepared/open.ts';
import { RecordError } from './record/problem.ts';
import { createSlackApp, type SlackApp, type SlackAppOptions } from './slack/app.ts';
import { ManifestError } from './slack/manifest.ts';
import { SlackStartError } from './slack/start-error.ts';
import { openStore } from './store/open-store.ts';
import { openTemporaryStore } from './store/open-temporary-store.ts';
import { StoreError } from './store/store-error.ts';
import { EDITORS } from './web/playground/newsroom.ts';
import { openInBrowser } from './web/playground/open-in-browser.ts';
import { startPlayground } from './web/playground/playground.ts';
import { PlaygroundStartError } from './web/playground/start-error.ts';

/** What the operator can mend; their messages say how. */
const EXPECTED = [ConfigError, RecordError, StoreError, SlackStartError, ManifestError, PlaygroundStartError];

/**
 * The composition root: reads the environment, loads the record and opens the door that it names: Slack, the playground
 * or the terminal. Beside Slack stands the store; the playground has one of its own, and the terminal does without.
 * @param args what stands behind the command; `--open` opens the playground in the browser, where somebody is at a terminal
 * @returns the exit status of the process
 */
export async function start(
  environment: NodeJS.ProcessEnv = process.env,
  args: readonly string[] = process.argv.slice(2),
): Promise<number> {
  try {
    const config = readConfig(environment);
    const { open } = readArgs(args);
    const dateline = await openDateline(config.dataDirectory);
    if (config.mode === 'chat') {
      await chatWithoutSlack(dateline);
      return 0;
    }
    const log = createLog(config.logLevel);
    if (config.slack) await serveSlack(config, config.slack, dateline, log);
    else await servePlayground(config, dateline, log, open && process.stdout.isTTY);
    process.exit(0);
  } catch (error) {
    if (EXPECTED.some((kind) => error instanceof kind)) {
      console.error((error as Error).message);
      return 1;
    }
    throw error;
  }
}

function readArgs(args: readonly string[]): { open: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { open: { type: 'boolean', default: false } } });
    return values;
  } catch (error) {
    throw new ConfigError(
      [{ variable: args.join(' '), message: 'is not understood: "npm start" takes nothing but "-- --open".' }],
      { cause: error },
    );
  }
}

async function serveSlack(config: Config, settings: SlackSettings, dateline: Dateline, log: Log): Promise<void> {
  // From the first moment on: a stop during the start is a stop after it.
  const stop = stopSignal();
  const store = await openStore(config.store);
  const endHousekeeping = keepHouse(store, { log, clock });
  try {
    const slack = slackApp(settings, dateline, { log, store, editors: config.editors });
    await slack.start();
    await stop;
    // Waits for the answers under way.
    await slack.stop();
  } finally {
    await endHousekeeping();
    await store.close();
  }
}

/** Lets people try Dateline on a page of this machine; what they do there is gone when it stops. */
async function servePlayground(config: Config, dateline: Dateline, log: Log, open: boolean): Promise<void> {
  const stop = stopSignal();
  const store = await openTemporaryStore();
  try {
    const playground = await startPlayground({
      connect: async (settings) => {
        const slack = slackApp(settings, dateline, { log, store, editors: EDITORS });
        await slack.start();
        return slack;
      },
      examples: dateline.examples,
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

const clock = () => new Date();

function slackApp(
  settings: SlackSettings,
  dateline: Dateline,
  options: Pick<SlackAppOptions, 'log' | 'store' | 'editors'>,
): SlackApp {
  return createSlackApp(settings, dateline, { clock, examples: dateline.examples, ...options });
}

async function chatWithoutSlack(dateline: Dateline): Promise<void> {
  const console = standardConsole();
  console.out('Dateline is not connected to Slack and answers here in the terminal.\n');
  console.out(
    'To connect Slack, create the app from manifest.yml and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: README.md, "Connect a workspace".\n\n',
  );
  await chat(dateline, process.stdin, console);
}

/** Resolves when the operator wants the process to stop. A second signal ends it at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
