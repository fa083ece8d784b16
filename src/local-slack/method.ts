import type { Message, Workspace } from './workspace.ts';

export interface MethodContext {
  workspace: Workspace;
  scopes: readonly string[];
  /** Tells the server that the bot's message appeared. */
  posted(message: Message): void;
  /** A fresh address for a Socket Mode connection. */
  socketUrl(): string;
}

/** A method of the Web API. `run` gives the fields of the answer or throws a Refusal. */
export interface Method {
  /** The scope that the token must have. */
  scope?: string;
  /** Called with the app-level token instead of the bot's. */
  appLevel?: boolean;
  run(args: Record<string, unknown>, context: MethodContext): Record<string, unknown>;
}
