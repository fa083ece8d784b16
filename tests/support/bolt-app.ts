import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { LocalSlack } from '../../src/local-slack/local-slack.ts';
import { BOT, CREDENTIALS } from './local-newsroom.ts';
import { SILENT } from './local-slack-client.ts';

export interface BoltApp {
  app: App;
  /** Every payload that arrived, in order, as Bolt read it. */
  bodies: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** A real Bolt app before a local Slack. */
export async function startBolt(
  slack: LocalSlack,
  mode: 'socket' | 'http',
  register: (app: App) => void,
): Promise<BoltApp> {
  const logger = SILENT;
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger };
  const socket = new SocketModeReceiver({
    appToken: CREDENTIALS.appToken,
    logger,
    installerOptions: { clientOptions },
  });
  const http = new HTTPReceiver({ signingSecret: slack.app.signingSecret, logger });
  const receiver = mode === 'socket' ? socket : http;
  // With a token alone, Bolt would ask whose it is in the background.
  const authorize = async () => ({ botToken: CREDENTIALS.botToken, botId: BOT.botId, botUserId: BOT.userId });
  const app = new App({ authorize, receiver, clientOptions, logger, ignoreSelf: false });
  const bodies: Record<string, unknown>[] = [];
  app.use(async ({ body, next }) => {
    bodies.push(body as unknown as Record<string, unknown>);
    await next();
  });
  register(app);
  if (mode === 'socket') await socket.start();
  else {
    const server = await http.start(0);
    slack.deliverOverHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  }
  return { app, bodies, stop: async () => void (await receiver.stop()) };
}
