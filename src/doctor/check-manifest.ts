import type { Mode, SlackSettings } from '../config.ts';
import { listenedTo } from '../slack/listened-to.ts';
import { type Manifest, ManifestError, readManifest } from '../slack/manifest.ts';
import { REDIRECT_PATH } from '../slack/oauth/installer.ts';
import { installsByOAuth } from '../slack-config.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warning, problem } = findingsOf('manifest');

/** Whether a manifest can be read, and says what the code listens to and how the settings meet Slack. */
export function checkManifest(file: string, mode: Mode, settings: SlackSettings | undefined): Finding[] {
  let manifest: Manifest;
  try {
    manifest = readManifest(file);
  } catch (error) {
    if (error instanceof ManifestError) return [problem(error.message)];
    throw error;
  }
  const findings = [
    ...disagreements(manifest).map((told) => problem(`${told}: take the manifest.yml of this version of Dateline`)),
    ...wrongForMode(manifest, mode, settings).map(warning),
  ];
  return findings.length > 0 ? findings : [ok('agrees with what Dateline listens to, and with the settings')];
}

function disagreements({ features, settings }: Manifest): string[] {
  const listened = listenedTo();
  // Bolt knows "message"; the manifest says for which kind of conversation.
  const subscribed = settings.event_subscriptions.bot_events.map((event) => event.split('.')[0]!);
  const interactive = settings.interactivity.is_enabled;
  return [
    ...differences('the event', listened.events, subscribed),
    ...differences(
      'the command',
      listened.commands,
      features.slash_commands.map(({ command }) => command),
    ),
    ...differences(
      'the shortcut',
      listened.shortcuts,
      features.shortcuts.map(({ callback_id }) => callback_id),
    ),
    ...(listened.interactions > 0 && !interactive ? ['interactivity is off, and buttons do nothing'] : []),
  ];
}

function differences(what: string, listened: readonly string[], declared: readonly string[]): string[] {
  return [
    ...[...new Set(listened)].filter((name) => !declared.includes(name)).map((name) => `${what} ${name} is missing`),
    ...[...new Set(declared)].filter((name) => !listened.includes(name)).map((name) => `${what} ${name} is not used`),
  ];
}

function wrongForMode(manifest: Manifest, mode: Mode, settings: SlackSettings | undefined): string[] {
  const rotation = manifest.settings.token_rotation_enabled
    ? ['token rotation is on, and Dateline keeps tokens that last: turn it off']
    : [];
  if (mode === 'chat' || settings === undefined) return rotation;
  return [...rotation, ...(settings.mode === 'http' ? wrongForHttp(manifest, settings) : wrongForSocket(manifest))];
}

function wrongForSocket({ settings }: Manifest): string[] {
  return settings.socket_mode_enabled ? [] : ['Socket Mode is off, and the mode is socket: turn it on'];
}

function wrongForHttp(manifest: Manifest, settings: Extract<SlackSettings, { mode: 'http' }>): string[] {
  const { publicUrl = 'https://HOST' } = settings;
  const remedy = `paste what "dateline manifest --url ${publicUrl}" prints under App Manifest, and give the file to "doctor --manifest"`;
  if (manifest.settings.socket_mode_enabled) return [`Socket Mode is on, and the mode is http: ${remedy}`];
  const { event_subscriptions, interactivity } = manifest.settings;
  const addresses = [
    event_subscriptions.request_url,
    interactivity.request_url,
    ...manifest.features.slash_commands.map(({ url }) => url),
  ];
  const wrong = addresses.find((address) => !isRequestAddress(address, settings.publicUrl));
  const redirects = manifest.oauth_config.redirect_urls;
  return [
    ...(addresses.every((address) => isRequestAddress(address, settings.publicUrl))
      ? []
      : [`a request address is ${wrong ?? 'missing'}: ${remedy}`]),
    ...(installsByOAuth(settings) && !redirects.includes(`${settings.publicUrl}${REDIRECT_PATH}`)
      ? [`the redirect address for OAuth is missing: ${remedy}`]
      : []),
  ];
}

function isRequestAddress(address: string | undefined, publicUrl: string | undefined): boolean {
  if (address === undefined || !/^https:\/\/[^/]+\/slack\/events$/.test(address)) return false;
  return publicUrl === undefined || address.startsWith(`${publicUrl}/`);
}
