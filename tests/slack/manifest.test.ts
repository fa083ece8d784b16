import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { ListenerDeps } from '../../src/slack/deps.ts';
import { registerListeners } from '../../src/slack/listeners.ts';
import { readManifest } from '../support/manifest.ts';

/** Records what the listeners register instead of listening. */
function registrations() {
  const events: string[] = [];
  const commands: string[] = [];
  const interactions: unknown[] = [];
  const shortcuts: { type: string; callback_id: string }[] = [];
  const recorder = {
    event: (name: string) => events.push(name),
    command: (name: string) => commands.push(name),
    action: (constraints: unknown) => interactions.push(constraints),
    view: (constraints: unknown) => interactions.push(constraints),
    shortcut: (constraints: { type: string; callback_id: string }) => shortcuts.push(constraints),
  };
  // Any other way to listen is unknown to the recorder, and registering with it fails this test.
  registerListeners(recorder as unknown as App, {} as ListenerDeps);
  return { events: [...new Set(events)], commands, interactions, shortcuts };
}

/** The scope without which Slack does not send an event; docs.slack.dev/reference/events. */
const SCOPE_OF_EVENT: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
};
/** Without these Dateline answers what is addressed to it all the same. */
const OPTIONAL = ['channels:history', 'files:write', 'groups:history', 'users:read'];

const manifest = readManifest();

test('every event that is listened to is subscribed to, and the reverse', () => {
  // Bolt knows "message"; the manifest says for which kind of conversation.
  const subscribed = manifest.settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]);
  expect(new Set(registrations().events)).toEqual(new Set(subscribed));
});

test('every command that is listened to is declared, and the reverse', () => {
  const declared = manifest.features.slash_commands.map(({ command }) => command);
  expect(registrations().commands.toSorted()).toEqual(declared.toSorted());
});

test('every shortcut that is listened to is declared, and the reverse', () => {
  const TYPES: Record<string, string> = { message: 'message_action', global: 'shortcut' };
  const declared = manifest.features.shortcuts.map(({ type, callback_id }) => ({ type: TYPES[type], callback_id }));
  const byId = (a: { callback_id: string }, b: { callback_id: string }) => (a.callback_id < b.callback_id ? -1 : 1);
  expect(registrations().shortcuts.toSorted(byId)).toEqual(declared.toSorted(byId));
});

test('the Home tab is on because it is drawn', () => {
  expect(manifest.features.app_home.home_tab_enabled).toBe(registrations().events.includes('app_home_opened'));
});

test('interactivity is on because buttons are listened to', () => {
  expect(manifest.settings.interactivity.is_enabled).toBe(registrations().interactions.length > 0);
});

test('the scopes are those that the events, the command and the calls need, and no more; what can be done without is optional', () => {
  const ofEvents = manifest.settings.event_subscriptions.bot_events.flatMap(
    (event) => SCOPE_OF_EVENT[event] ?? [event],
  );
  const needed = [...ofEvents, 'assistant:write', 'chat:write', 'commands', 'files:write', 'users:read'];
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
  expect([...bot, ...optional].toSorted()).toEqual(needed.toSorted());
  expect(optional.toSorted()).toEqual(OPTIONAL);
});

test('every optional scope and every other has its reason in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const { bot, bot_optional: optional } = manifest.oauth_config.scopes;
  for (const scope of [...bot, ...optional]) expect(readme).toMatch(new RegExp(`\\| \`${scope}\``));
});

test('people can write direct messages to the bot', () => {
  expect(manifest.features.app_home).toMatchObject({
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});
