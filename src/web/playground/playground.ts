import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SlackSettings } from '../../config.ts';
import { type AppManifest, appFromManifest, LOCAL_APP } from '../../local-slack/app-settings.ts';
import type { Clock } from '../../local-slack/clock.ts';
import { LocalSlack } from '../../local-slack/local-slack.ts';
import { describeError, type Log } from '../../log.ts';
import { greetingOf } from './greeting.ts';
import { LiveUpdates } from './live-updates.ts';
import { BOT_TOKEN, EARLIER, NEWSROOM } from './newsroom.ts';
import { readPageFiles } from './page-files.ts';
import { serve } from './serve.ts';
import { PlaygroundStartError } from './start-error.ts';
import { Traffic } from './traffic.ts';

/** Where the page is, unless somebody asks for another port or this one is taken. */
export const USUAL_PORT = 3000;

export interface PlaygroundOptions {
  /** Connects the app that is tried; gives back how to disconnect it. */
  connect(settings: SlackSettings): Promise<{ stop(): Promise<void> }>;
  /** Questions that a newcomer may begin with. */
  examples: readonly string[];
  log: Log;
  /** The port of the page; left out for the usual one, or any that is free where that is taken. */
  port?: number | undefined;
  /** The time of the workspace; the machine's own where it is left out. */
  clock?: Clock;
}

export interface Playground {
  /** Where the page is. */
  url: string;
  /** The Slack that the page shows. */
  slack: LocalSlack;
  stop(): Promise<void>;
}

const MANIFEST = join(import.meta.dirname, '..', '..', '..', 'manifest.yml');

/**
 * Opens a workspace on this machine in which the app can be tried in a browser: a local Slack, the app connected to it
 * over Socket Mode, and the page.
 * @throws PlaygroundStartError where the port cannot be opened, and what `connect` throws; nothing is left open then
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { connect, log, clock } = options;
  const manifest: AppManifest = parse(readFileSync(MANIFEST, 'utf8'));
  const slack = await LocalSlack.start({
    app: appFromManifest(manifest),
    workspaces: [NEWSROOM],
    ...(clock ? { clock } : {}),
  });
  const traffic = new Traffic(slack.journal, clock ? () => clock.now() : Date.now);
  const live = new LiveUpdates(slack, greetingOf(slack, manifest, options.examples), traffic);
  const tools = { slack, live, log, files: readPageFiles() };
  const server = createServer((request, response) => {
    serve(request, response, tools).catch((error: unknown) => {
      log.error(describeError(error), 'the playground could not answer its page');
      response.destroy();
    });
  });
  const closing = [() => slack.close()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const app = await connect({
      mode: 'socket',
      botToken: BOT_TOKEN,
      appToken: LOCAL_APP.appToken,
      apiUrl: slack.apiUrl,
    });
    closing.push(() => app.stop());
    for (const { user, channel, text } of EARLIER) await slack.people.say(user, channel, text);
    await listen(server, options.port);
  } catch (error) {
    await stop();
    throw error;
  }
  closing.push(() => close(server, live));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, slack, stop };
}

async function listen(server: Server, port: number | undefined): Promise<void> {
  try {
    await listenOn(server, port ?? USUAL_PORT);
  } catch (error) {
    if (port !== undefined) throw new PlaygroundStartError(port, error);
    await listenOn(server, 0);
  }
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, live: LiveUpdates): Promise<void> {
  live.close();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
