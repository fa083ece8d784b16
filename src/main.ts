import { parseArgs } from 'node:util';
import { chat } from './cli/chat.ts';
import { standardConsole } from './cli/standard-console.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Dateline } from './dateline.ts';
import { createLog } from './log.ts';
import { openDateline } from './prepared/open.ts';
import { RecordError } from './record/problem.ts';
import { servePlayground } from './serve-playground.ts';
import { serveSlack } from './serve-slack.ts';
import { ManifestError } from './slack/manifest.ts';
import { SlackStartError } from './slack/start-error.ts';
import { StoreError } from './store/store-error.ts';
import { OperationsStartError } from './web/operations/start-error.ts';
import { PlaygroundStartError } from './web/playground/start-error.ts';

/** What the operator can mend; their messages say how. */
const EXPECTED = [
  ConfigError,
  RecordError,
  StoreError,
  SlackStartError,
  ManifestError,
  OperationsStartError,
  PlaygroundStartError,
];

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

async function chatWithoutSlack(dateline: Dateline): Promise<void> {
  const console = standardConsole();
  console.out('Dateline is not connected to Slack and answers here in the terminal.\n');
  console.out(
    'To connect Slack, create the app from manifest.yml and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: README.md, "Connect a workspace".\n\n',
  );
  await chat(dateline, process.stdin, console);
}
