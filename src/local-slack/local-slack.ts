import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type App, type AppSettings, complete } from './app-settings.ts';
import { ChannelPace } from './channel-pace.ts';
import { type Clock, systemClock } from './clock.ts';
import { Dispatcher } from './delivery/dispatcher.ts';
import { Events } from './delivery/events.ts';
import { HttpDelivery } from './delivery/http-delivery.ts';
import { SocketDelivery } from './delivery/socket-delivery.ts';
import { Faults } from './faults.ts';
import { Journal } from './journal.ts';
import { appUninstalledEvent, tokensRevokedEvent } from './payloads/app-events.ts';
import { People } from './people/people.ts';
import { ResponseUrls } from './response-urls.ts';
import { type ServeTools, serve } from './serve.ts';
import { SlackState } from './state/slack-state.ts';
import type { Change, Workspace } from './state/workspace.ts';
import type { EnterpriseSettings, WorkspaceSettings } from './workspace-settings.ts';

export interface LocalSlackOptions {
  app: AppSettings;
  workspaces: readonly [WorkspaceSettings, ...WorkspaceSettings[]];
  /** The organisation to which all the workspaces belong. */
  enterprise?: EnterpriseSettings;
  /** 0, as when it is left out, for any that is free. */
  port?: number;
  clock?: Clock;
  /** Milliseconds from one message of the app to its next in the same channel; what comes sooner is refused. 0 when left out. */
  channelPace?: number;
}

/**
 * A Slack on this machine with one app in it: strict where Slack is strict, with people who act, faults on demand, and a
 * journal of all traffic. It listens on the loopback address alone.
 */
export class LocalSlack {
  readonly app: App;
  readonly journal = new Journal();
  readonly faults = new Faults();
  /** The Socket Mode connections of the app. */
  readonly socket: SocketDelivery;
  readonly #server: Server;
  readonly #state: SlackState;
  readonly #clock: Clock;
  readonly #dispatcher: Dispatcher;
  readonly #events: Events;
  readonly #people: ReadonlyMap<string, People>;
  readonly #pace: ChannelPace;
  readonly #listeners = new Set<(change: Change) => void>();
  #gate: Promise<void> = Promise.resolve();

  private constructor(
    server: Server,
    { app, workspaces, enterprise, clock = systemClock, channelPace = 0 }: LocalSlackOptions,
  ) {
    this.#server = server;
    this.#clock = clock;
    this.#pace = new ChannelPace(channelPace, clock);
    this.app = complete(app);
    const changed = (change: Change) => this.#changed(change);
    this.#state = new SlackState({ app: this.app, workspaces, enterprise, clock, changed });
    this.socket = new SocketDelivery({ server, journal: this.journal, clock, appId: this.app.appId });
    this.#dispatcher = new Dispatcher(this.socket, this.journal, clock);
    this.#events = new Events(this.#state, this.#dispatcher, this.journal);
    const responses = new ResponseUrls(this.#state, this.#events);
    const people = [...this.#state.workspaces].map(([id, workspace]): [string, People] => [
      id,
      new People({
        state: this.#state,
        workspace,
        events: this.#events,
        responses,
        journal: this.journal,
        baseUrl: () => this.url,
        deliver: (type, payload) => this.#dispatcher.deliver(type, payload),
        uninstall: () => this.#uninstall(workspace),
      }),
    ]);
    this.#people = new Map(people);
    const tools = this.#serveTools(responses);
    server.on('request', (request, response) => {
      serve(request, response, tools).catch((error: unknown) => {
        // A defect of this server must not pass for an answer of Slack's, nor end the process.
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }

  /** Starts a server. @throws the error of the machine where the port is taken */
  static async start(options: LocalSlackOptions): Promise<LocalSlack> {
    const server = createServer();
    const slack = new LocalSlack(server, options);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return slack;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What a client takes for `slackApiUrl`. */
  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  /** What an installer takes for `authorizationUrl`. */
  get authorizeUrl(): string {
    return `${this.url}/oauth/v2/authorize`;
  }

  /** The first workspace. */
  get workspace(): Workspace {
    return this.#state.workspaces.values().next().value!;
  }

  /** The people of the first workspace. */
  get people(): People {
    return this.peopleOf(this.workspace.id);
  }

  /** @throws RangeError where there is no such workspace */
  workspaceOf(team: string): Workspace {
    return this.#state.workspace(team);
  }

  /** @throws RangeError where there is no such workspace */
  peopleOf(team: string): People {
    const people = this.#people.get(team);
    if (!people) throw new RangeError(`There is no workspace ${team}`);
    return people;
  }

  /** Whether the app is installed in a workspace, by itself or with its organisation. */
  isInstalled(team: string): boolean {
    return this.#state.installation(this.#state.workspace(team)) !== undefined;
  }

  /** Calls a listener, at once, for every change that somebody could see. @returns a function that ends it */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From now on payloads go to a request address, signed, instead of through Socket Mode. */
  deliverOverHttp(url: string, secret: string = this.app.signingSecret): void {
    this.#dispatcher.use(new HttpDelivery({ url, secret, journal: this.journal, clock: this.#clock }));
  }

  /** From now on payloads go through Socket Mode, as they do from the start. */
  deliverOverSocket(): void {
    this.#dispatcher.use(this.socket);
  }

  /** From now on no request is dealt with until the function that this gives back is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  async close(): Promise<void> {
    this.#dispatcher.close();
    this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serveTools(responses: ResponseUrls): ServeTools {
    const call = {
      state: this.#state,
      events: this.#events,
      journal: this.journal,
      baseUrl: () => this.url,
      socketUrl: () => `${this.url.replace('http', 'ws')}${this.socket.ticket()}`,
      uninstall: ({ team }: { team: string | undefined }) => {
        void this.#uninstall(team === undefined ? this.workspace : this.workspaceOf(team));
      },
    };
    return { call, faults: this.faults, pace: this.#pace, responses, gate: () => this.#gate };
  }

  /** The app's last events are sent while its token still tells whose they are. */
  async #uninstall(workspace: Workspace): Promise<void> {
    const installation = this.#state.installation(workspace);
    if (!installation) return;
    const events = [
      this.#events.send(workspace, 'app_uninstalled', appUninstalledEvent()),
      this.#events.send(workspace, 'tokens_revoked', tokensRevokedEvent(workspace.bot.userId)),
    ];
    this.#state.installations.end(installation, 'account_inactive');
    for (const channel of workspace.channels.values()) {
      if (channel.kind !== 'im') channel.members.delete(workspace.bot.userId);
    }
    workspace.changed('installation');
    await Promise.all(events);
  }

  #changed(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
