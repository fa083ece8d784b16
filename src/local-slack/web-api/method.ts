import type { webApi } from '@slack/bolt';
import type { Events } from '../delivery/events.ts';
import type { Json } from '../json.ts';
import type { Installation } from '../state/installations.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Workspace } from '../state/workspace.ts';

/** What a method may use to answer a call. */
export interface MethodContext {
  state: SlackState;
  /** Whose call it is; a method that needs no token has none. */
  installation: Installation;
  /** The workspace that the call is about. */
  workspace: Workspace;
  /** The user id of the app's bot there. */
  bot: string;
  events: Events;
  /** The address of the server. */
  baseUrl: string;
  /** A fresh address for a Socket Mode connection. */
  socketUrl(): string;
  /** Ends an installation, and tells the app. */
  uninstall(installation: Installation): void;
}

type KeyOf<T> = T extends unknown ? keyof T : never;

/**
 * One entry for each argument that the SDK knows, so that a new or misspelt one does not compile. A call with any other
 * argument is refused.
 */
export type ArgumentRules<Arguments> = {
  [K in Exclude<KeyOf<NonNullable<Arguments>>, 'token'>]-?: 'required' | 'optional';
};

/** What a method answers beside `ok`: fields that the SDK's type of the response has, and no others. */
export type Answer<Response> = Omit<Response, 'ok' | 'error' | 'needed' | 'provided' | 'warning'>;

/** A method of the Web API. */
export interface Method<Arguments, Response extends webApi.WebAPICallResult> {
  args: ArgumentRules<Arguments>;
  /** The scope that the token must have; a method whose scope depends on the conversation looks itself. */
  scope?: string;
  /** Called with the app-level token, or with none, instead of the bot's. */
  token?: 'app' | 'none';
  /** @throws Refusal with Slack's code */
  run(args: Json, context: MethodContext): Answer<Response>;
}

// biome-ignore lint/suspicious/noExplicitAny: methods of all kinds stand in one table, each checked where it is written
export type AnyMethod = Method<any, any>;
