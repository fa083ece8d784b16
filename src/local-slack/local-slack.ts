import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Delivery } from './delivery.ts';
import { readBody, sendJson } from './http-body.ts';
import { HttpDelivery } from './http-delivery.ts';
import { Journal } from './journal.ts';
import type { MethodContext } from './method.ts';
import { People } from './people.ts';
import { Refusal } from './refusal.ts';
import { ResponseUrls } from './response-urls.ts';
import { SocketDelivery } from './socket-delivery.ts';
import { type Credentials, callMethod } from './web-api.ts';
import { BOT, type Message, Workspace } from './workspace.ts';

export interface LocalSlackOptions {
  /** The scopes that the app was granted and the events that it subscribed to, as its manifest says. */
  scopes: readonly string[];
  events: readonly string[];
  people?: readonly string[];
  ackTimeoutMs?: number;
  now?: () => number;
}

export const CREDENTIALS: Credentials = { botToken: 'xoxb-1-local', appToken: 'xapp-1-local' };
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

/** A Slack of our own, on a free port of this machine: strict where Slack is strict, with a journal of all traffic. */
export class LocalSlack {
  readonly journal = new Journal();
  readonly workspace: Workspace;
  readonly people: People;
  readonly socket: SocketDelivery;
  readonly #server: Server;
  readonly #responses: ResponseUrls;
  readonly #options: LocalSlackOptions;
  #delivery: Delivery;
  #gate: Promise<void> = Promise.resolve();
  #refusals = { left: 0, code: '' };

  private constructor(server: Server, options: LocalSlackOptions) {
    this.#server = server;
    this.#options = options;
    this.workspace = new Workspace(options.people ?? ['U0ALICE', 'U0BOB']);
    this.socket = new SocketDelivery(server, this.journal, options.ackTimeoutMs ?? 3000);
    this.#delivery = this.socket;
    const posted = (message: Message) => this.#posted(message);
    this.#responses = new ResponseUrls(this.workspace, options.now ?? Date.now, posted);
    this.people = new People({
      workspace: this.workspace,
      responses: this.#responses,
      events: options.events,
      baseUrl: () => this.url,
      deliver: (type, payload, attempt) => this.#delivery.deliver(type, payload, attempt),
    });
  }

  static async start(options: LocalSlackOptions): Promise<LocalSlack> {
    const server = createServer();
    const slack = new LocalSlack(server, options);
    server.on('request', (request, response) => {
      const { pathname } = new URL(request.url ?? '/', slack.url);
      void readBody(request).then(async (body) => {
        await slack.#gate;
        if (pathname.startsWith('/response/')) {
          const { status, error } = slack.#respond(pathname, body);
          return sendJson(response, status, error === undefined ? { ok: true } : { ok: false, error });
        }
        const method = pathname.replace('/api/', '');
        const tools = { credentials: CREDENTIALS, context: slack.#methodContext(), journal: slack.journal };
        return sendJson(response, 200, callMethod(method, request, body, tools));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return slack;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  /** From now on payloads go to a request address, signed, instead of through the socket. */
  deliverOverHttp(requestUrl: string, secret = SIGNING_SECRET): void {
    this.#delivery = new HttpDelivery(requestUrl, secret, this.journal);
  }

  /** From now on no call is dealt with until the function that this gives back is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return resolve;
  }

  /** The next so many calls for a Socket Mode connection are refused with a code. */
  refuseNextConnections(count: number, code: string): void {
    this.#refusals = { left: count, code };
  }

  async close(): Promise<void> {
    await this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #methodContext(): MethodContext {
    return {
      workspace: this.workspace,
      scopes: this.#options.scopes,
      posted: (message) => this.#posted(message),
      socketUrl: () => {
        this.#refusals.left -= 1;
        if (this.#refusals.left >= 0) throw new Refusal(this.#refusals.code);
        return `${this.url.replace('http', 'ws')}${this.socket.ticket()}`;
      },
    };
  }

  #respond(path: string, body: Record<string, unknown>): { status: number; error?: string } {
    try {
      this.#responses.accept(path, body);
      this.journal.add({ kind: 'responded', status: 200, body });
      return { status: 200 };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const status = error.code.endsWith('_url') ? 404 : 400;
      this.journal.add({ kind: 'responded', status, body });
      return { status, error: error.code };
    }
  }

  /** Slack tells an app of its own messages too. */
  #posted(message: Message): void {
    this.journal.add({ kind: 'posted', message: { ...message } });
    if (message.bot_id === BOT.botId && message.ephemeralTo === undefined) void this.people.announce(message);
  }
}
