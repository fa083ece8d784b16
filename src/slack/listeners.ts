import type { App } from '@slack/bolt';
import type { Door } from '../metrics/questions.ts';
import * as appMention from './app-mention.ts';
import * as appRemoved from './app-removed.ts';
import * as channelMessage from './channel-message.ts';
import * as checkMessage from './check/check-message.ts';
import * as datelineCommand from './dateline-command.ts';
import type { ListenerDeps } from './deps.ts';
import * as directMessage from './direct-message.ts';
import * as giveFeedback from './feedback/give-feedback.ts';
import * as appHome from './home/app-home.ts';
import * as digestsOnHome from './home/digests-on-home.ts';
import * as lookFurther from './look-further.ts';
import * as messagesTab from './messages-tab.ts';
import * as settingsForm from './settings/settings-form.ts';
import * as shareInChannel from './share-in-channel.ts';
import * as listButtons from './subscriptions/list-buttons.ts';
import * as newDigest from './subscriptions/new-digest.ts';
import * as decide from './suggest/decide.ts';
import * as suggest from './suggest/suggest.ts';
import * as turnPage from './turn-page.ts';

const LISTENERS = [
  appMention,
  directMessage,
  channelMessage,
  messagesTab,
  datelineCommand,
  lookFurther,
  turnPage,
  shareInChannel,
  settingsForm,
  giveFeedback,
  checkMessage,
  appHome,
  digestsOnHome,
  suggest,
  decide,
  listButtons,
  newDigest,
  appRemoved,
];

/** Where those ask that take questions. */
const DOORS = new Map<(typeof LISTENERS)[number], Door>([
  [appMention, 'mention'],
  [directMessage, 'direct-message'],
  [channelMessage, 'channel'],
  [datelineCommand, 'command'],
  [lookFurther, 'button'],
  [turnPage, 'button'],
  [shareInChannel, 'button'],
  [appHome, 'home'],
]);

/** Registers every listener. What they listen to is declared to Slack in manifest.yml. */
export function registerListeners(app: App, deps: Omit<ListenerDeps, 'door'>): void {
  for (const listener of LISTENERS) listener.register(app, { ...deps, door: DOORS.get(listener) ?? 'other' });
}
