import { appFromManifest } from '../../src/local-slack/app-settings.ts';
import { LocalSlack } from '../../src/local-slack/local-slack.ts';
import type { EnterpriseSettings, WorkspaceSettings } from '../../src/local-slack/workspace-settings.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import type { OAuthSettings } from '../../src/slack-config.ts';
import type { Store } from '../../src/store/store.ts';
import { Browser, linksOf, type Visit } from './cookie-browser.ts';
import { FakeDateline } from './fake-dateline.ts';
import { NEWSROOM, SIGNING_SECRET } from './local-newsroom.ts';
import { readManifest } from './manifest.ts';
import { sendForm } from './oauth-round-trip.ts';
import { memoryLog, NOW, type SlackBench } from './slack-bench.ts';
import { makeTestPlace, type Place } from './stores.ts';

export const PUBLIC_URL = 'https://dateline.example.org';
export const INSTALL_URL = `${PUBLIC_URL}/slack/install`;
const REDIRECT_URL = `${PUBLIC_URL}/slack/oauth_redirect`;

const { botToken: _none, ...NEWS } = NEWSROOM;
const RADIO: WorkspaceSettings = {
  id: 'T0RADIO',
  name: 'Radio <One>',
  domain: 'radio',
  people: [{ id: 'U0CAROL', name: 'carol' }],
  channels: [{ id: 'C0AIR', name: 'on-air', withBot: true }],
  bot: { userId: 'U0RADIOBOT', botId: 'B0RADIOBOT' },
};

/** Somebody who asks in a channel of a workspace. */
const ASKERS = {
  T0NEWSDESK: { user: 'U0ALICE', channel: 'C0NEWS', bot: NEWS.bot.userId },
  T0RADIO: { user: 'U0CAROL', channel: 'C0AIR', bot: RADIO.bot.userId },
};
export type Team = keyof typeof ASKERS;

/** The app before a local Slack with two workspaces, in which nobody has installed it yet. */
export interface OAuthBench extends Pick<SlackBench, 'logged' | 'logLine' | 'advance' | 'dateline' | 'stop'> {
  slack: LocalSlack;
  app: SlackApp;
  store: Store;
  place: Place;
  /** The address of the app on this machine. */
  url: string;
  browser(): Browser;
  /** Goes from the install page to Slack's page and allows the app there, up to the address that leads back. */
  allow(owner: string, browser: Browser, decision?: 'allow' | 'cancel'): Promise<string>;
  /** Installs the app in a workspace, or in the organisation. */
  install(owner: string, browser?: Browser): Promise<Visit>;
  /** Somebody mentions the bot in a workspace. Resolves when the app has acknowledged it. */
  mention(team: Team, text?: string): Promise<void>;
}

interface Options {
  enterprise?: EnterpriseSettings;
  settings?: Partial<OAuthSettings>;
}

export async function startOAuthBench({ enterprise, settings = {} }: Options = {}): Promise<OAuthBench> {
  const slack = await LocalSlack.start({
    app: { ...appFromManifest(readManifest()), redirectUrls: [REDIRECT_URL] },
    workspaces: [NEWS, RADIO],
    ...(enterprise ? { enterprise } : {}),
  });
  const { log, logged, logLine } = memoryLog();
  const { place, takeAway } = await makeTestPlace();
  const store = await place.open();
  const dateline = new FakeDateline();
  let now = NOW.getTime();
  const clock = () => new Date(now);
  const app = createSlackApp({ ...settingsFor(slack), ...settings }, dateline, { log, clock, store });
  const { port } = await app.start();
  const url = `http://127.0.0.1:${port}`;
  slack.deliverOverHttp(`${url}/slack/events`);
  const bench: OAuthBench = {
    slack,
    app,
    store,
    place,
    dateline,
    logged,
    logLine,
    url,
    advance: (ms) => {
      now += ms;
    },
    browser: () => new Browser({ [PUBLIC_URL]: url }),
    async allow(owner, browser, decision = 'allow') {
      const page = await browser.visit(INSTALL_URL);
      const address = linksOf(page.body)[0] ?? '';
      return sendForm((await browser.visit(address)).body, address, { team: owner, decision });
    },
    async install(owner, browser = bench.browser()) {
      return browser.visit(await bench.allow(owner, browser));
    },
    async mention(team, text = 'when?') {
      const { user, channel, bot } = ASKERS[team];
      await slack.peopleOf(team).say(user, channel, `<@${bot}> ${text}`);
    },
    stop: async () => {
      await app.stop();
      await slack.close();
      await takeAway();
    },
  };
  return bench;
}

function settingsFor(slack: LocalSlack): OAuthSettings {
  return {
    mode: 'http',
    signingSecret: SIGNING_SECRET,
    port: 0,
    apiUrl: slack.apiUrl,
    clientId: slack.app.clientId,
    clientSecret: slack.app.clientSecret,
    publicUrl: PUBLIC_URL,
  };
}
