import { type Config, ConfigError, readConfig } from '../config.ts';
import { OWN_DATA } from '../prepared/home.ts';
import { openDateline } from '../prepared/open.ts';
import { RecordError } from '../record/problem.ts';
import { type Manifest, ManifestError, OWN_MANIFEST, readManifest } from '../slack/manifest.ts';
import { installsByOAuth } from '../slack-config.ts';
import { readStoreSettings } from '../store-config.ts';
import { checkBlocks } from './check-blocks.ts';
import { checkClock } from './check-clock.ts';
import { checkInstallations } from './check-installations.ts';
import { checkManifest } from './check-manifest.ts';
import { checkPublicAddress } from './check-public-address.ts';
import { checkRecord } from './check-record.ts';
import { checkStore } from './check-store.ts';
import { checkAppToken, checkBotToken } from './check-tokens.ts';
import { type Finding, findingsOf } from './finding.ts';
import { SlackLine } from './slack-line.ts';

const configuration = findingsOf('configuration');
const slack = findingsOf('Slack');

export interface DiagnoseOptions {
  environment: Record<string, string | undefined>;
  clock: () => Date;
  /** The manifest to look at; the project's own where absent. */
  manifest?: string;
  /** Whether Slack shall also validate an answer. */
  online?: boolean;
  /** Gets the public address; the global one where absent. */
  fetch?: typeof fetch;
}

/** Looks at everything that Dateline needs, changes nothing, and tells what is to be mended. No finding holds a secret. */
export async function diagnose(options: DiagnoseOptions): Promise<Finding[]> {
  const { environment, clock } = options;
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      ...error.problems.map(({ variable, message }) => configuration.problem(`${variable} ${message}`)),
      ...checkRecord(environment.DATELINE_DATA?.trim() || OWN_DATA, clock()),
      ...(await storeAlone(environment)),
      slack.unchecked('mend the configuration first'),
    ];
  }
  return [
    configuration.ok(describe(config)),
    ...checkRecord(config.dataDirectory ?? OWN_DATA, clock()),
    await checkStore(config.store.database),
    ...checkManifest(options.manifest ?? OWN_MANIFEST, config.mode, config.slack),
    ...(await checkSlack(config, options)),
  ];
}

/** The store, where its own settings are right. */
async function storeAlone(environment: DiagnoseOptions['environment']): Promise<Finding[]> {
  try {
    return [await checkStore(readStoreSettings(environment).database)];
  } catch (error) {
    // What is wrong with them is told with the rest of the configuration.
    if (error instanceof ConfigError) return [];
    throw error;
  }
}

function describe({ mode, slack }: Config): string {
  if (!slack) return 'no Slack: Dateline runs on this machine alone';
  return `mode ${mode}, ${installsByOAuth(slack) ? 'installed by OAuth in any workspace' : 'one workspace'}`;
}

async function checkSlack(config: Config, options: DiagnoseOptions): Promise<Finding[]> {
  const { slack: settings } = config;
  if (!settings) return [slack.unchecked('no token is set; README.md tells how to connect a workspace')];
  const line = new SlackLine(settings.apiUrl, options.clock);
  const manifest = manifestIfAny(options.manifest ?? OWN_MANIFEST);
  const findings = installsByOAuth(settings)
    ? await checkInstallations(settings, config.store, line, manifest)
    : await checkBotToken(settings.botToken, line, manifest);
  if (settings.mode === 'socket') findings.push(await checkAppToken(settings, line));
  findings.push(await checkClock(config.mode, line));
  if (settings.mode === 'http') findings.push(await checkPublicAddress(settings, options.fetch ?? fetch));
  if (options.online && !installsByOAuth(settings)) {
    findings.push(...(await validateAnAnswer(config, settings.botToken, options, line)));
  }
  return findings;
}

async function validateAnAnswer(config: Config, token: string, { clock }: DiagnoseOptions, line: SlackLine) {
  try {
    const dateline = await openDateline(config.dataDirectory);
    return [await checkBlocks(dateline, clock(), token, line)];
  } catch (error) {
    // What is wrong with the record was told before.
    if (error instanceof RecordError) return [];
    throw error;
  }
}

function manifestIfAny(file: string): Manifest | undefined {
  try {
    return readManifest(file);
  } catch (error) {
    if (error instanceof ManifestError) return undefined;
    throw error;
  }
}
