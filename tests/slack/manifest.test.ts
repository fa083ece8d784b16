import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../../src/prepared/home.ts';
import { listenedTo } from '../../src/slack/listened-to.ts';
import { requestedScopes } from '../../src/slack/manifest.ts';
import { readManifest } from '../support/manifest.ts';

/** The scopes without which Slack does not send an event; docs.slack.dev/reference/events. */
const SCOPES_OF_EVENT: Record<string, readonly string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};
/** The scopes of what Dateline does by itself; files: the YAML of an accepted suggestion. */
const SCOPES_OF_CALLS = ['assistant:write', 'chat:write', 'commands', 'files:write', 'users:read'];
/** Without these Dateline answers what is addressed to it all the same. */
const OPTIONAL = ['channels:history', 'files:write', 'groups:history', 'users:read'];

const manifest = readManifest();
const { bot_events } = manifest.settings.event_subscriptions;
const sorted = (names: readonly string[]) => [...new Set(names)].sort();

test('every event that is listened to is subscribed to, and the reverse', () => {
  // Bolt knows "message"; the manifest says for which kind of conversation.
  const subscribed = bot_events.map((event) => event.split('.')[0]!);
  expect(sorted(listenedTo().events)).toEqual(sorted(subscribed));
});

test('every command that is listened to is declared, and the reverse', () => {
  const declared = manifest.features.slash_commands.map(({ command }) => command);
  expect(sorted(listenedTo().commands)).toEqual(sorted(declared));
});

test('every shortcut that is listened to is declared with its kind, and the reverse', () => {
  const KINDS: Record<string, string> = { message: 'message_action', global: 'shortcut' };
  const declared = manifest.features.shortcuts.map(({ type, callback_id }) => `${KINDS[type]} ${callback_id}`);
  expect(sorted(listenedTo().shortcuts.map(({ type, callback_id }) => `${type} ${callback_id}`))).toEqual(
    sorted(declared),
  );
});

test('the Home tab is on because it is drawn', () => {
  expect(manifest.features.app_home.home_tab_enabled).toBe(listenedTo().events.includes('app_home_opened'));
});

test('interactivity is on because buttons are listened to', () => {
  expect(manifest.settings.interactivity.is_enabled).toBe(listenedTo().interactions > 0);
});

test('the scopes are those that the events, the command and the calls need, and no more', () => {
  // An event that is not in the table fails here by its name.
  const ofEvents = bot_events.flatMap((event) => SCOPES_OF_EVENT[event] ?? [event]);
  expect(sorted(requestedScopes(manifest))).toEqual(sorted([...ofEvents, ...SCOPES_OF_CALLS]));
  const { bot, bot_optional } = manifest.oauth_config.scopes;
  expect(sorted(bot_optional)).toEqual(OPTIONAL);
  // Slack marks as optional what the app asks for.
  expect(bot).toEqual(expect.arrayContaining(bot_optional));
});

test('the README gives the reason for each scope and for each event', () => {
  const readme = readFileSync(join(HOME, 'README.md'), 'utf8');
  const [section = ''] = readme.slice(readme.indexOf('\n### What Dateline may do, and why') + 1).split(/\n##+ /);
  const rows = [...section.matchAll(/^\| `([\w:.]+)` +\| (.*?) +\|$/gm)].map(([, name = '', reason = '']) => ({
    name,
    reason,
  }));
  const declared = [...requestedScopes(manifest), 'connections:write', ...bot_events];
  expect(sorted(rows.map(({ name }) => name))).toEqual(sorted(declared));
  for (const { reason } of rows) expect(reason).not.toBe('');
});

test('people can write direct messages to the bot', () => {
  expect(manifest.features.app_home).toMatchObject({
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});
