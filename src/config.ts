import { z } from 'zod';
import { type EditorsSettings, editorsEnvironment, editorsSettings } from './editors-config.ts';
import { ConfigError, readEnvironment } from './environment.ts';
import type { StoreSettings } from './store/store-settings.ts';
import { storeEnvironment, storeSettings } from './store-config.ts';

export { ConfigError, type EditorsSettings };

/** One environment variable: what it is for, for the help text and the documentation. */
export interface Setting {
  name: string;
  description: string;
  /** What holds when the variable is absent, in words. */
  byDefault: string;
}

/**
 * How the bot meets Slack: over a WebSocket that it opens, over HTTP requests that it answers, or not at all: then people
 * meet it on a page of this machine or in the terminal.
 */
export type Mode = 'socket' | 'http' | 'playground' | 'chat';

interface SlackCredentials {
  botToken: string;
  /** Base address of the Web API; absent for Slack's own. */
  apiUrl?: string;
}

export type SlackSettings =
  | (SlackCredentials & { mode: 'socket'; appToken: string })
  | (SlackCredentials & { mode: 'http'; signingSecret: string; port: number });

export interface Config {
  mode: Mode;
  /** Absent in the modes `playground` and `chat`. */
  slack?: SlackSettings;
  /** The port that somebody asked for; absent for the usual one of the mode. */
  port?: number;
  /** Directory of the timelines; absent for the one that comes with the project. */
  dataDirectory?: string;
  logLevel: LogLevel;
  store: StoreSettings;
  editors: EditorsSettings;
}

/** Where HTTP requests are waited for, unless somebody asks for another port. */
const USUAL_PORT = 3000;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where a person finds each credential. */
export const WHERE_TO_FIND = {
  SLACK_BOT_TOKEN: 'copy the "Bot User OAuth Token" from api.slack.com/apps > your app > OAuth & Permissions',
  SLACK_APP_TOKEN:
    'create one with the scope connections:write at api.slack.com/apps > your app > Basic Information > App-Level Tokens',
  SLACK_SIGNING_SECRET: 'copy it from api.slack.com/apps > your app > Basic Information > App Credentials',
};

/** What a value that begins like this is, for the sentence that tells it from what was wanted. */
const KNOWN_SHAPES: [RegExp, string][] = [
  [/^xoxe[.-]/, 'a rotating token, which expires'],
  [/^xoxb-/, 'a bot token'],
  [/^xoxp-/, 'a user token'],
  [/^xapp-/, 'an app-level token'],
  [/^xox/, 'another kind of Slack token'],
  [/^[0-9a-f]{32}$/i, 'a signing secret'],
];

function wrongShape(value: string, wanted: string, where: string): string {
  const known = KNOWN_SHAPES.find(([shape]) => shape.test(value))?.[1];
  const found = known === undefined ? 'does not look like one' : `holds ${known}`;
  return `must be ${wanted} and ${found}: ${where}.`;
}

function secret(shape: RegExp, wanted: string, where: string) {
  return z
    .string()
    .superRefine((value, context) => {
      if (!shape.test(value)) context.addIssue({ code: 'custom', message: wrongShape(value, wanted, where) });
    })
    .optional();
}

const environment = z.object({
  DATELINE_MODE: z
    .enum(['socket', 'http', 'playground', 'chat'], {
      error: 'must be socket, http, playground or chat: correct or remove it.',
    })
    .optional()
    .meta({
      description:
        'How to meet Slack: socket (Socket Mode), http (signed requests), playground (a page on this machine), chat (the terminal).',
      byDefault: 'socket with an app token, else http with a signing secret, else playground',
    }),
  SLACK_BOT_TOKEN: secret(/^xoxb-[\w-]+$/, 'a bot token (xoxb-…)', WHERE_TO_FIND.SLACK_BOT_TOKEN).meta({
    description: 'The bot token, with which answers are posted. Needed by socket and http.',
    byDefault: 'none',
  }),
  SLACK_APP_TOKEN: secret(/^xapp-[\w-]+$/, 'an app-level token (xapp-…)', WHERE_TO_FIND.SLACK_APP_TOKEN).meta({
    description: 'The app-level token, which opens the WebSocket. Needed by socket.',
    byDefault: 'none',
  }),
  SLACK_SIGNING_SECRET: secret(
    /^[0-9a-f]{32}$/i,
    'a signing secret of 32 hexadecimal digits',
    WHERE_TO_FIND.SLACK_SIGNING_SECRET,
  ).meta({
    description: 'The secret that proves that a request comes from Slack. Needed by http.',
    byDefault: 'none',
  }),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address: remove it to use Slack itself.' })
    .optional()
    .meta({ description: 'Base address of the Web API, for tests and proxies.', byDefault: 'https://slack.com/api/' }),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535: correct or remove it.')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535: correct or remove it.')
    .optional()
    .meta({
      description: 'Port that http and playground listen on; 0 takes any free one.',
      byDefault: '3000; in the playground any free one where that is taken',
    }),
  DATELINE_DATA: z
    .string()
    .optional()
    .meta({ description: 'Directory that holds the timelines.', byDefault: "data/ in Dateline's own folder" }),
  ...storeEnvironment.shape,
  ...editorsEnvironment.shape,
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}: correct or remove it.` })
    .optional()
    .meta({ description: 'Least severity that is logged.', byDefault: 'info; in the playground warn' }),
});

/** Every setting, in the order in which documentation lists them. */
export const SETTINGS: readonly Setting[] = Object.entries(environment.shape).map(([name, schema]) => {
  const { description = '', byDefault = '' } = schema.meta() as { description?: string; byDefault?: string };
  return { name, description, byDefault };
});

/**
 * Reads the settings from an environment (`process.env`). A variable that is empty or blank counts as absent.
 * @throws ConfigError when a variable has a wrong form, or the mode lacks one that it needs.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  return assemble(readEnvironment(environment, env));
}

type Environment = z.infer<typeof environment>;

function assemble(env: Environment): Config {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  const mode = env.DATELINE_MODE ?? (appToken ? 'socket' : signingSecret ? 'http' : 'playground');
  const config = {
    mode,
    // Who tries Dateline looks at the page: lines of a log would only hide its address.
    logLevel: env.LOG_LEVEL ?? (mode === 'playground' ? 'warn' : 'info'),
    ...(env.PORT === undefined ? {} : { port: env.PORT }),
    ...(env.DATELINE_DATA === undefined ? {} : { dataDirectory: env.DATELINE_DATA }),
    store: storeSettings(env),
    editors: editorsSettings(env),
  };
  if (mode === 'chat' || mode === 'playground') {
    // A bot token alone is an unfinished set-up: starting without Slack would hide that.
    if (botToken && !env.DATELINE_MODE) {
      throw missing(
        'SLACK_APP_TOKEN',
        `is missing beside SLACK_BOT_TOKEN: ${WHERE_TO_FIND.SLACK_APP_TOKEN}, or set SLACK_SIGNING_SECRET.`,
      );
    }
    return config;
  }
  if (!botToken)
    throw missing('SLACK_BOT_TOKEN', `is missing and the mode ${mode} needs it: ${WHERE_TO_FIND.SLACK_BOT_TOKEN}.`);
  const shared = { botToken, ...(env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL }) };
  if (mode === 'socket') {
    if (!appToken)
      throw missing('SLACK_APP_TOKEN', `is missing and the mode socket needs it: ${WHERE_TO_FIND.SLACK_APP_TOKEN}.`);
    return { ...config, slack: { ...shared, mode, appToken } };
  }
  if (!signingSecret) {
    throw missing(
      'SLACK_SIGNING_SECRET',
      `is missing and the mode http needs it: ${WHERE_TO_FIND.SLACK_SIGNING_SECRET}.`,
    );
  }
  return { ...config, slack: { ...shared, mode, signingSecret, port: env.PORT ?? USUAL_PORT } };
}

function missing(variable: string, message: string): ConfigError {
  return new ConfigError([{ variable, message }]);
}
