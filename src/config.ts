import { z } from 'zod';
import type { DeliverySettings } from './delivery/settings.ts';
import { deliveryEnvironment, deliverySettings } from './delivery-config.ts';
import { type EditorsSettings, editorsEnvironment, editorsSettings } from './editors-config.ts';
import { ConfigError, readEnvironment } from './environment.ts';
import { type OperationsSettings, operationsEnvironment, operationsSettings } from './operations-config.ts';
import { impliedMode, type Mode, type SlackSettings, slackSettings } from './slack-config.ts';
import { slackEnvironment, WHERE_TO_FIND } from './slack-environment.ts';
import type { StoreSettings } from './store/store-settings.ts';
import { storeEnvironment, storeSettings } from './store-config.ts';

export { ConfigError, type EditorsSettings, type Mode, type OperationsSettings, type SlackSettings, WHERE_TO_FIND };

/** One environment variable: what it is for, for the help text and the documentation. */
export interface Setting {
  name: string;
  description: string;
  /** What holds when the variable is absent, in words. */
  byDefault: string;
}

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
  delivery: DeliverySettings;
  /** Of no effect in the modes `playground` and `chat`. */
  operations: OperationsSettings;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

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
  ...slackEnvironment.shape,
  DATELINE_DATA: z
    .string()
    .optional()
    .meta({ description: 'Directory that holds the timelines.', byDefault: "data/ in Dateline's own folder" }),
  ...storeEnvironment.shape,
  ...editorsEnvironment.shape,
  ...deliveryEnvironment.shape,
  ...operationsEnvironment.shape,
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

function assemble(env: z.infer<typeof environment>): Config {
  const mode = env.DATELINE_MODE ?? impliedMode(env);
  const config = {
    mode,
    // Who tries Dateline looks at the page: lines of a log would only hide its address.
    logLevel: env.LOG_LEVEL ?? (mode === 'playground' ? 'warn' : 'info'),
    ...(env.PORT === undefined ? {} : { port: env.PORT }),
    ...(env.DATELINE_DATA === undefined ? {} : { dataDirectory: env.DATELINE_DATA }),
    store: storeSettings(env),
    editors: editorsSettings(env),
    delivery: deliverySettings(env),
    operations: operationsSettings(env),
  };
  if (mode === 'chat' || mode === 'playground') return config;
  const slack = slackSettings(mode, env);
  refuseOnePortForBoth(slack, config.operations);
  return { ...config, slack };
}

/** What monitors read must not stand at the public port. @throws ConfigError */
function refuseOnePortForBoth(slack: SlackSettings, { monitoring }: OperationsSettings): void {
  if (slack.mode !== 'http' || monitoring === undefined || monitoring.port === 0) return;
  if (monitoring.port === slack.port) {
    const message = `is ${slack.port}, on which Slack is answered: set it to another port.`;
    throw new ConfigError([{ variable: 'DATELINE_OPERATIONS_PORT', message }]);
  }
}
