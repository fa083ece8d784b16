import type { SlackCommandMiddlewareArgs, webApi } from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';
import type { Reply } from '../reply.ts';

/** Somebody's `/dateline`, as a sub-command sees it. */
export interface Typed {
  team: string;
  channel: string;
  user: string;
  /** What was typed after the name of the sub-command. */
  rest: string;
  /** The timeline that the asker or the channel chose; absent for all. */
  timeline: string | undefined;
  command: SlackCommandMiddlewareArgs['command'];
  client: webApi.WebClient;
}

/** A sub-command of `/dateline`. */
export interface SubCommand {
  name: string;
  /** How it is typed, after `/dateline`, for the help. */
  usage: string;
  /** What it does, for the help. */
  does: string;
  /**
   * Does what was typed.
   * @returns what is shown to the asker alone, in five messages at most; `none` where something else is shown already; nothing where the words are
   *   not for this sub-command but begin a question
   */
  run(typed: Typed, deps: ListenerDeps): Promise<Reply | readonly Reply[] | 'none' | undefined> | Reply | undefined;
}
