import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { SlackSettings } from '../config.ts';
import type { Log } from '../log.ts';
import { clientOptions } from './client-options.ts';
import { SocketConnection } from './socket-connection.ts';
import { portStartError, tokenStartError } from './start-error.ts';

/** How events reach the app: Bolt's receiver, and how to open and close the way to it. */
export interface Transport {
  receiver: Receiver;
  /** Opens the way; gives the port that it listens on, where it listens. */
  open(): Promise<number | undefined>;
  close(): Promise<void>;
  connected(): boolean;
}

/** The transport that the settings name. Nothing is opened yet. */
export function createTransport(settings: SlackSettings, log: Log, logger: Logger): Transport {
  return settings.mode === 'socket' ? socketTransport(settings, log, logger) : httpTransport(settings, logger);
}

function socketTransport(settings: Extract<SlackSettings, { mode: 'socket' }>, log: Log, logger: Logger): Transport {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger,
    installerOptions: { clientOptions: clientOptions(settings.apiUrl, logger) },
    // What was not acknowledged comes again; what failed is in the log already.
    processEventErrorHandler: async () => false,
  });
  const connection = new SocketConnection(receiver.client, log);
  return {
    receiver,
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

function httpTransport(settings: Extract<SlackSettings, { mode: 'http' }>, logger: Logger): Transport {
  const receiver = new HTTPReceiver({
    signingSecret: settings.signingSecret,
    logger,
    processEventErrorHandler: async ({ response }) => {
      // What failed is in the log already. Slack sends an event again that is answered like this.
      if (!response.headersSent) response.writeHead(503).end();
      return true;
    },
  });
  let listening = false;
  return {
    receiver,
    open: async () => {
      try {
        const server = await receiver.start(settings.port);
        listening = true;
        return (server.address() as AddressInfo).port;
      } catch (error) {
        throw portStartError(settings.port, error);
      }
    },
    close: async () => {
      if (listening) await receiver.stop();
      listening = false;
    },
    connected: () => listening,
  };
}
