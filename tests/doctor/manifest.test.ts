import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkManifest } from '../../src/doctor/check-manifest.ts';
import { httpManifest } from '../../src/slack/http-manifest.ts';
import { OWN_MANIFEST } from '../../src/slack/manifest.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const path = temporaryFolder();
const OWN = readFileSync(OWN_MANIFEST, 'utf8');
const PUBLIC_URL = 'https://dateline.example.org';

const socket = { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' } as const;
const server = { mode: 'http', signingSecret: 'a', port: 0, publicUrl: PUBLIC_URL } as const;
const http = { ...server, botToken: 'xoxb-1' };
const oauth = { ...server, clientId: '1.2', clientSecret: 'b' };

function check(source: string, settings: typeof socket | typeof http | typeof oauth = socket): string[] {
  writeFileSync(path('manifest.yml'), source);
  return checkManifest(path('manifest.yml'), settings.mode, settings).map(({ level, message }) =>
    `${level}: ${message}`.replace(path(), 'FOLDER'),
  );
}

const WELL = ['ok: agrees with what Dateline listens to, and with the settings'];

test('the manifest of the project is well for Socket Mode, and as it is printed for HTTP', () => {
  expect(check(OWN)).toEqual(WELL);
  expect(check(httpManifest(OWN, PUBLIC_URL), http)).toEqual(WELL);
  expect(check(httpManifest(OWN, PUBLIC_URL), oauth)).toEqual(WELL);
});

test.each([
  ['no YAML', ': : :\n- a', 'problem: FOLDER/manifest.yml is no valid YAML (line 1): correct that line'],
  ['another file', 'a: 1\n', 'problem: FOLDER/manifest.yml is wrong at display_information'],
  ['an event too few', OWN.replace('      - app_mention\n', ''), 'problem: the event app_mention is missing: take'],
  [
    'an event too many',
    OWN.replace('- app_mention\n', '- app_mention\n      - pin_added\n'),
    'event pin_added is not used',
  ],
  ['another command', OWN.replace('command: /dateline', 'command: /other'), 'the command /dateline is missing'],
  ['no interactivity', OWN.replace('is_enabled: true', 'is_enabled: false'), 'interactivity is off'],
  [
    'an optional scope that is not asked for',
    OWN.replace('      - users:read\n', ''),
    'problem: the optional scope users:read must stand under bot as well',
  ],
  ['rotation', OWN.replace('rotation_enabled: false', 'rotation_enabled: true'), 'warning: token rotation is on'],
  ['no Socket Mode', OWN.replace('mode_enabled: true', 'mode_enabled: false'), 'warning: Socket Mode is off'],
])('%s is told', (_name, source, told) => {
  expect(check(source)[0]).toContain(told);
});

test('a file that is not there is told', () => {
  expect(checkManifest(path('none.yml'), 'socket', socket)).toMatchObject([
    { level: 'problem', message: expect.stringContaining('cannot be read: bring') },
  ]);
});

test.each([
  ['Socket Mode', OWN, http, 'Socket Mode is on, and the mode is http'],
  [
    'no address',
    httpManifest(OWN, PUBLIC_URL).replace(/ +request_url: .*\n/, ''),
    http,
    'a request address is missing',
  ],
  [
    'another address',
    httpManifest(OWN, 'https://other.example.org'),
    http,
    'a request address is https://other.example',
  ],
  [
    'another address for browsers',
    httpManifest(OWN, PUBLIC_URL).replace('/slack/oauth_redirect', '/elsewhere'),
    oauth,
    'the redirect address for OAuth is missing',
  ],
])('for HTTP, %s is told with the command that prints the right one', (_name, source, settings, told) => {
  const [line] = check(source, settings);
  expect(line).toContain(`warning: ${told}`);
  expect(line).toContain(`"dateline manifest --url ${PUBLIC_URL}"`);
});

test('the manifest for HTTP differs in nothing but what HTTP needs, and keeps its comments', () => {
  const { features, oauth_config, settings, ...rest } = parse(OWN);
  const request_url = `${PUBLIC_URL}/slack/events`;
  const printed = httpManifest(OWN, PUBLIC_URL);
  expect(parse(printed)).toEqual({
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command: object) => ({ ...command, url: request_url })),
    },
    oauth_config: { ...oauth_config, redirect_urls: [`${PUBLIC_URL}/slack/oauth_redirect`] },
    settings: {
      ...settings,
      event_subscriptions: { ...settings.event_subscriptions, request_url },
      interactivity: { ...settings.interactivity, request_url },
      socket_mode_enabled: false,
      org_deploy_enabled: true,
    },
  });
  for (const [comment] of OWN.matchAll(/#.*/g)) expect(printed).toContain(comment);
});
