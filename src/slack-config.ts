import type { z } from 'zod';
import { ConfigError } from './environment.ts';
import { type slackEnvironment, WHERE_TO_FIND } from './slack-environment.ts';

/**
 * How the bot meets Slack: over a WebSocket that it opens, over HTTP requests that it answers, or not at all: then people
 * meet it on a page of this machine or in the terminal.
 */
export type Mode = 'socket' | 'http' | 'playground' | 'chat';

/** The port that is listened on where nobody asks for another. */
export const USUAL_PORT = 3000;

interface Shared {
  /** Base address of the Web API; absent for Slack's own. */
  apiUrl?: string;
}

/** Socket Mode, for one workspace. */
export interface SocketSettings extends Shared {
  mode: 'socket';
  botToken: string;
  appToken: string;
}

interface HttpServer extends Shared {
  mode: 'http';
  signingSecret: string;
  port: number;
}

/** Signed requests, for the one workspace whose token is set. */
export interface HttpSettings extends HttpServer {
  botToken: string;
  /** Where Slack reaches Dateline, where the operator said so. */
  publicUrl?: string;
}

/** Signed requests, for every workspace that installs the app. */
export interface OAuthSettings extends HttpServer {
  clientId: string;
  clientSecret: string;
  /** Where Slack and browsers reach Dateline: an https address without a path. */
  publicUrl: string;
}

export type SlackSettings = SocketSettings | HttpSettings | OAuthSettings;

/** Whether the app is installed by OAuth, so that each workspace has a token of its own. */
export function installsByOAuth(settings: SlackSettings): settings is OAuthSettings {
  return 'clientId' in settings;
}

type Environment = z.infer<typeof slackEnvironment> & { DATELINE_ENCRYPTION_KEY: readonly string[] };

/** The mode that follows from which credentials there are. @throws ConfigError where they are half a set-up */
export function impliedMode(env: Environment): Mode {
  if (env.SLACK_APP_TOKEN) return 'socket';
  if (env.SLACK_SIGNING_SECRET) return 'http';
  refuseHalfASetUp(env);
  return 'playground';
}

/** Part of what Slack needs is an unfinished set-up: starting without Slack would hide that. */
function refuseHalfASetUp(env: Environment): void {
  if (env.SLACK_BOT_TOKEN) {
    throw missing(
      'SLACK_APP_TOKEN',
      `is missing beside SLACK_BOT_TOKEN: ${WHERE_TO_FIND.SLACK_APP_TOKEN}, or set SLACK_SIGNING_SECRET.`,
    );
  }
  const client = clientVariable(env);
  if (client)
    throw missing('SLACK_SIGNING_SECRET', `is missing beside ${client}: ${WHERE_TO_FIND.SLACK_SIGNING_SECRET}.`);
}

/**
 * The settings of a mode that meets Slack.
 * @throws ConfigError when the mode lacks a variable, or has one that another mode needs
 */
export function slackSettings(mode: 'socket' | 'http', env: Environment): SlackSettings {
  return mode === 'socket' ? socketSettings(env) : httpSettings(env);
}

/** Which of the two variables of OAuth there is, if any. */
function clientVariable(env: Environment): 'SLACK_CLIENT_ID' | 'SLACK_CLIENT_SECRET' | undefined {
  if (env.SLACK_CLIENT_ID) return 'SLACK_CLIENT_ID';
  return env.SLACK_CLIENT_SECRET ? 'SLACK_CLIENT_SECRET' : undefined;
}

function shared(env: Environment): Shared {
  return env.SLACK_API_URL === undefined ? {} : { apiUrl: env.SLACK_API_URL };
}

function socketSettings(env: Environment): SocketSettings {
  const client = clientVariable(env);
  if (client) {
    throw missing(
      client,
      'is for many workspaces, which need HTTP, and the mode is socket: remove it, or remove SLACK_APP_TOKEN and SLACK_BOT_TOKEN and set SLACK_SIGNING_SECRET.',
    );
  }
  return {
    ...shared(env),
    mode: 'socket',
    botToken: needed(env, 'SLACK_BOT_TOKEN', 'the mode socket'),
    appToken: needed(env, 'SLACK_APP_TOKEN', 'the mode socket'),
  };
}

function httpSettings(env: Environment): HttpSettings | OAuthSettings {
  const oauth = clientVariable(env) !== undefined;
  if (oauth && env.SLACK_BOT_TOKEN) {
    throw missing(
      'SLACK_BOT_TOKEN',
      'is for one workspace, and SLACK_CLIENT_ID and SLACK_CLIENT_SECRET are for many: remove the token to have the app installed by OAuth, or remove the other two.',
    );
  }
  const server = (): HttpServer => ({
    ...shared(env),
    mode: 'http',
    signingSecret: needed(env, 'SLACK_SIGNING_SECRET', 'the mode http'),
    port: env.PORT ?? USUAL_PORT,
  });
  if (!oauth) {
    return {
      botToken: needed(env, 'SLACK_BOT_TOKEN', 'the mode http', ', or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET'),
      ...server(),
      ...(env.DATELINE_PUBLIC_URL === undefined ? {} : { publicUrl: env.DATELINE_PUBLIC_URL }),
    };
  }
  if (env.DATELINE_ENCRYPTION_KEY.length === 0) {
    throw missing(
      'DATELINE_ENCRYPTION_KEY',
      `is missing and an installation by OAuth needs it: ${WHERE_TO_FIND.DATELINE_ENCRYPTION_KEY}.`,
    );
  }
  const byOAuth = 'an installation by OAuth';
  return {
    ...server(),
    clientId: needed(env, 'SLACK_CLIENT_ID', byOAuth),
    clientSecret: needed(env, 'SLACK_CLIENT_SECRET', byOAuth),
    publicUrl: needed(env, 'DATELINE_PUBLIC_URL', byOAuth),
  };
}

type Needed = Exclude<keyof typeof WHERE_TO_FIND, 'DATELINE_ENCRYPTION_KEY'>;

/** @throws ConfigError where a variable is absent */
function needed(env: Environment, variable: Needed, by: string, otherwise = ''): string {
  const value = env[variable];
  if (value) return value;
  throw missing(variable, `is missing and ${by} needs it: ${WHERE_TO_FIND[variable]}${otherwise}.`);
}

function missing(variable: string, message: string): ConfigError {
  return new ConfigError([{ variable, message }]);
}
