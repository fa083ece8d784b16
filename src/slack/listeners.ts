import type { App } from '@slack/bolt';
import * as appMention from './app-mention.ts';
import * as appRemoved from './app-removed.ts';
import * as checkMessage from './check/check-message.ts';
import * as datelineCommand from './dateline-command.ts';
import type { ListenerDeps } from './deps.ts';
import * as directMessage from './direct-message.ts';
import * as giveFeedback from './feedback/give-feedback.ts';
import * as appHome from './home/app-home.ts';
import * as shareInChannel from './share-in-channel.ts';
import * as decide from './suggest/decide.ts';
import * as suggest from './suggest/suggest.ts';

const LISTENERS = [
  appMention,
  directMessage,
  datelineCommand,
  shareInChannel,
  appHome,
  suggest,
  decide,
  giveFeedback,
  checkMessage,
  appRemoved,
];

/** Registers every listener. What they listen to is declared to Slack in manifest.yml. */
export function registerListeners(app: App, deps: ListenerDeps): void {
  for (const listener of LISTENERS) listener.register(app, deps);
}
