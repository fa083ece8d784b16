import { chat } from './cli/chat.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openDateline } from './prepared/open.ts';
import { RecordError } from './record/problem.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { SlackStartError } from './slack/start-error.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';

/** What the operator can mend; their messages say how. */
const EXPECTED = [ConfigError, RecordError, StoreError, SlackStartError];

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
    const log = createLog(config.logLevel);
    const store = await openStore(config.store);
    try {
      const slack = createSlackApp(config.slack, dateline, {
        log,
        clock: () => new Date(),
        store,
        editors: config.editors,
        examples: dateline.examples,
      });
      await slack.start();
      await stopped(slack);
    } finally {
      await store.close();
    }
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
  const out = (text: string) => process.stdout.write(text);
  out('Dateline is not connected to Slack and answers here in the terminal.\n');
  out(
    'To connect Slack, create the app from manifest.yml and set SLACK_BOT_TOKEN and SLACK_APP_TOKEN: README.md, "Connect a workspace".\n\n',
  );
  await chat(dateline, process.stdin, { out, error: (text) => process.stderr.write(text) });
}

/** Waits for the operator's stop signal, then for the answers under way. */
async function stopped(slack: SlackApp): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await slack.stop();
}
