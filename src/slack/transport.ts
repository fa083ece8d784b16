import type { AddressInfo } from 'node:net';
import {
  type Authorize,
  type CustomRoute,
  HTTPReceiver,
  HTTPReceiverDeferredRequestError,
  type Logger,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import type { SlackSettings } from '../config.ts';
import type { Readiness } from '../health/readiness.ts';
import type { Log } from '../log.ts';
import type { SlackMetrics } from '../metrics/slack.ts';
import { installsByOAuth } from '../slack-config.ts';
import type { Store } from '../store/store.ts';
import { clientOptions } from './client-options.ts';
import type { Clock } from './clock.ts';
import { healthRoutes } from './health.ts';
import { lastRequests } from './last-requests.ts';
import { readManifest } from './manifest.ts';
import { createInstaller } from './oauth/installer.ts';
import { SocketConnection } from './socket-connection.ts';
import { portStartError, tokenStartError } from './start-error.ts';

/** How events reach the app: Bolt's receiver, and how to open and close the way to it. */
export interface Transport {
  receiver: Receiver;
  /** The one token, or what finds the token of the place in which something happened. */
  authorization: { token: string } | { authorize: Authorize<boolean> };
  /** Opens the way; gives the port that it listens on, where it listens. */
  open(): Promise<number | undefined>;
  close(): Promise<void>;
  connected(): boolean;
}

export interface TransportTools {
  log: Log;
  logger: Logger;
  store: Store;
  clock: Clock;
  /** What `/health` and `/ready` answer by. */
  readiness: Readiness;
  callFailed: SlackMetrics['callFailed'];
}

/**
 * The transport that the settings name. Nothing is opened yet.
 * @throws ManifestError where the app is installed by OAuth and its manifest cannot be used
 */
export function createTransport(settings: SlackSettings, tools: TransportTools): Transport {
  return settings.mode === 'socket' ? socketTransport(settings, tools) : httpTransport(settings, tools);
}

function socketTransport(
  settings: Extract<SlackSettings, { mode: 'socket' }>,
  { log, logger, callFailed }: TransportTools,
): Transport {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions: clientOptions(settings.apiUrl, logger, { callFailed }) },
    // What was not acknowledged comes again; what failed is in the log already.
    processEventErrorHandler: async () => false,
  });
  const connection = new SocketConnection(receiver.client, log);
  return {
    receiver,
    authorization: { token: settings.botToken },
    open: async () => {
      try {
        await connection.open();
      } catch (error) {
        throw tokenStartError('SLACK_APP_TOKEN', error);
      }
      return undefined;
    },
    close: () => connection.close(),
    connected: () => connection.connected,
  };
}

function httpTransport(settings: Extract<SlackSettings, { mode: 'http' }>, tools: TransportTools): Transport {
  let listening = false;
  let endConnections = () => {};
  const { authorization, routes } = installsByOAuth(settings)
    ? createInstaller(settings, { ...tools, manifest: readManifest() })
    : { authorization: { token: settings.botToken }, routes: [] };
  const receiver = httpReceiver(settings.signingSecret, tools, [...healthRoutes(tools.readiness), ...routes]);
  return {
    receiver,
    authorization,
    open: async () => {
      try {
        const server = await receiver.start(settings.port);
        listening = true;
        endConnections = lastRequests(server);
        return (server.address() as AddressInfo).port;
      } catch (error) {
        throw portStartError(settings.port, error);
      }
    },
    close: async () => {
      endConnections();
      if (listening) await receiver.stop();
      listening = false;
    },
    connected: () => listening,
  };
}

function httpReceiver(signingSecret: string, { log, logger }: TransportTools, customRoutes: CustomRoute[]) {
  return new HTTPReceiver({
    signingSecret,
    logger,
    customRoutes,
    processEventErrorHandler: async ({ response }) => {
      // What failed is in the log already. Slack sends an event again that is answered like this.
      if (!response.headersSent) response.writeHead(503).end();
      return true;
    },
    dispatchErrorHandler: ({ error, request, response }) => {
      // Anybody may ask for anything at a public address, and an address may hold a code: neither belongs in the log.
      const unknown = error instanceof HTTPReceiverDeferredRequestError;
      if (!unknown) log.error({ method: request.method }, 'a request could not be dealt with');
      response.writeHead(unknown ? 404 : 500).end();
    },
  });
}
