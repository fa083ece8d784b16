import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { HOME } from '../../src/prepared/home.ts';
import type { ListenerDeps } from '../../src/slack/deps.ts';
import { registerListeners } from '../../src/slack/listeners.ts';
import { readManifest } from '../support/manifest.ts';

/** Records what the listeners register instead of listening. */
function registrations() {
  const events: string[] = [];
  const commands: string[] = [];
  const interactions: unknown[] = [];
  const recorder = {
    event: (name: string) => events.push(name),
    command: (name: string) => commands.push(name),
    action: (constraints: unknown) => interactions.push(constraints),
  };
  // Any other way to listen is unknown to the recorder, and registering with it fails this test.
  registerListeners(recorder as unknown as App, {} as ListenerDeps);
  return { events, commands, interactions };
}

/** The scope without which Slack does not send an event; docs.slack.dev/reference/events. */
const SCOPE_OF_EVENT: Record<string, string> = { app_mention: 'app_mentions:read', 'message.im': 'im:history' };
/** Events about the app itself, which Slack sends whatever the scopes. */
const WITHOUT_SCOPE = ['app_uninstalled', 'tokens_revoked'];

const manifest = readManifest();

test('every event that is listened to is subscribed to, and the reverse', () => {
  // Bolt knows "message"; the manifest says for which kind of conversation.
  const subscribed = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]);
  expect(registrations().events.toSorted()).toEqual(subscribed.toSorted());
});

test('every command that is listened to is declared, and the reverse', () => {
  const declared = manifest.features.slash_commands.map(({ command }) => command);
  expect(registrations().commands.toSorted()).toEqual(declared.toSorted());
});

test('interactivity is on because buttons are listened to', () => {
  expect(manifest.settings.interactivity.is_enabled).toBe(registrations().interactions.length > 0);
});

test('the scopes are those that the events, the command and the replies need, and no more', () => {
  const events = manifest.settings.event_subscriptions.bot_events.filter((event) => !WITHOUT_SCOPE.includes(event));
  const needed = events.map((event) => SCOPE_OF_EVENT[event]);
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed, 'chat:write', 'commands'].toSorted());
});

test('the README gives the reason for each scope and for each event', () => {
  const readme = readFileSync(join(HOME, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('\n### What Dateline may do, and why')).split('\n## ')[0]!;
  const rows = [...section.matchAll(/^\| `([\w:.]+)` +\| (.*?) +\|$/gm)].map(([, name = '', reason = '']) => ({
    name,
    reason,
  }));
  const { scopes } = manifest.oauth_config;
  const { bot_events } = manifest.settings.event_subscriptions;
  expect(rows.map(({ name }) => name)).toEqual([...scopes.bot, 'connections:write', ...bot_events]);
  for (const { reason } of rows) expect(reason).not.toBe('');
});

test('people can write direct messages to the bot', () => {
  expect(manifest.features.app_home).toMatchObject({
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});
