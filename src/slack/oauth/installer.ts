import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorize, CustomRoute, Logger } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import type { Log } from '../../log.ts';
import type { SlackMetrics } from '../../metrics/slack.ts';
import type { OAuthSettings } from '../../slack-config.ts';
import type { Store } from '../../store/store.ts';
import { clientOptions } from '../client-options.ts';
import type { Clock } from '../clock.ts';
import { type Manifest, requestedScopes } from '../manifest.ts';
import { sendFailure } from './failed-installation.ts';
import { keptInstallations } from './kept-installations.ts';
import { renderPage, sendPage, setPageHeaders } from './page.ts';
import { installedPage, installPage } from './pages.ts';
import { INSTALL_PATH, REDIRECT_PATH } from './paths.ts';
import { STATE_LIFETIME, stateStore } from './state-store.ts';

export interface InstallerTools {
  store: Pick<Store, 'installations' | 'oauthStates'>;
  log: Log;
  logger: Logger;
  clock: Clock;
  manifest: Manifest;
  callFailed: SlackMetrics['callFailed'];
}

export interface Installer {
  /** The pages on which somebody installs the app. */
  routes: CustomRoute[];
  /** The token of the workspace, or of the organisation, in which something happened. */
  authorization: { authorize: Authorize<boolean> };
}

/** Bolt's installer over the store, with pages of our own. It asks for the scopes of the manifest and no others. */
export function createInstaller(settings: OAuthSettings, tools: InstallerTools): Installer {
  const { store, log, logger, clock, manifest, callFailed } = tools;
  const provider = new InstallProvider({
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    installationStore: keptInstallations(store.installations, clock),
    stateStore: stateStore(store.oauthStates, clock),
    stateCookieExpirationSeconds: STATE_LIFETIME / 1000,
    renderHtmlForInstallPath: (address) => renderPage(installPage(address, manifest.display_information.description)),
    ...(settings.apiUrl === undefined ? {} : { authorizationUrl: authorizationUrl(settings.apiUrl) }),
    clientOptions: clientOptions(settings.apiUrl, logger, { callFailed }),
    logger: withoutFailures(logger),
  });
  const asked = {
    scopes: requestedScopes(manifest),
    redirectUri: `${settings.publicUrl}${REDIRECT_PATH}`,
  };

  /** Bolt would leave the browser without an answer where this fails. */
  const answer = (work: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
    return (request: IncomingMessage, response: ServerResponse) => {
      work(request, response).catch((error: unknown) => sendFailure(response, error, log));
    };
  };
  const install = answer(async (request, response) => {
    setPageHeaders(response);
    await provider.handleInstallPath(request, response, {}, asked);
  });
  const finish = answer((request, response) =>
    provider.handleCallback(request, response, {
      success: (installation) => {
        log.info({ team: installation.team?.id, enterprise: installation.enterprise?.id }, 'the app was installed');
        sendPage(response, 200, installedPage(installation));
      },
      failure: (error) => sendFailure(response, error, log),
    }),
  );
  return {
    routes: [
      { path: INSTALL_PATH, method: 'GET', handler: install },
      { path: REDIRECT_PATH, method: 'GET', handler: finish },
    ],
    authorization: { authorize: (query) => provider.authorize(query) },
  };
}

/** The page on which an app is allowed, on the host of the Web API. */
function authorizationUrl(apiUrl: string): string {
  return new URL('/oauth/v2/authorize', apiUrl).href;
}

/** Bolt logs each failed installation as an error, be it only one that somebody cancelled; ours are told by `sendFailure`. */
function withoutFailures(logger: Logger): Logger {
  return {
    ...logger,
    error: (...told) => (told[0] instanceof Error ? logger.debug(...told) : logger.error(...told)),
  };
}
