import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Attempt, Delivery, Outcome } from './delivery.ts';
import { SocketConnection } from './socket-connection.ts';

/** An app may hold ten connections at a time: docs.slack.dev/apis/events-api/using-socket-mode. */
const MOST_CONNECTIONS = 10;

interface SocketDeliveryTools {
  server: Server;
  journal: Journal;
  clock: Clock;
  appId: string;
}

interface Waiting {
  attempt: Attempt;
  ended(outcome: Outcome): void;
}

/**
 * Socket Mode: tickets that open one connection each, and up to ten connections, each payload going to one of them in
 * turn. An event for which there is no connection waits for one.
 */
export class SocketDelivery implements Delivery {
  readonly #tools: SocketDeliveryTools;
  readonly #tickets = new Set<string>();
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<SocketConnection>();
  #waiting: Waiting[] = [];
  #turn = 0;
  #ticketsToRefuse = 0;

  constructor(tools: SocketDeliveryTools) {
    this.#tools = tools;
    tools.server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** How many connections take payloads. */
  get connections(): number {
    return this.#open().length;
  }

  /** The path of a fresh connection address, good for one connection. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.#tools.appId}`;
  }

  attempt(attempt: Attempt): Promise<Outcome> {
    const open = this.#open();
    this.#turn += 1;
    const connection = open[this.#turn % open.length];
    if (connection) return connection.send(attempt);
    if (attempt.type !== 'events_api') return Promise.resolve({ taken: false, status: 0, reason: 'no_connection' });
    return new Promise((ended) => this.#waiting.push({ attempt, ended }));
  }

  /** Takes everything that waits for its acknowledgement for lost, as when its time is up. */
  expireAcks(): void {
    for (const connection of this.#connections) connection.expire('timeout');
  }

  /** Announces that the connections will be recycled soon. */
  warn(): void {
    for (const connection of this.#connections) connection.disconnect('warning');
    this.#tools.journal.add({ kind: 'goodbye', reason: 'warning' });
  }

  /** Tells the app to connect again, as Slack does when it recycles a connection. Nothing more is sent over the old one. */
  refresh(): void {
    for (const connection of this.#connections) connection.disconnect('refresh_requested');
    this.#tools.journal.add({ kind: 'goodbye', reason: 'refresh_requested' });
  }

  /** Drops every connection without a goodbye. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** The next so many tickets open nothing. */
  refuseTickets(count: number): void {
    this.#ticketsToRefuse = count;
  }

  close(): void {
    for (const { ended } of this.#waiting.splice(0)) ended({ taken: false, status: 0, reason: 'closed' });
    for (const connection of this.#connections) connection.expire('closed');
    this.drop();
    this.#sockets.close();
  }

  #open(): SocketConnection[] {
    return [...this.#connections].filter(({ takes }) => takes);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    const known = this.#tickets.delete(ticket);
    if (this.#ticketsToRefuse > 0 || !known) {
      this.#ticketsToRefuse = Math.max(0, this.#ticketsToRefuse - 1);
      this.#tools.journal.add({ kind: 'socket', state: 'refused' });
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#opened(opened));
  }

  #opened(socket: WebSocket): void {
    const { journal, clock, appId } = this.#tools;
    const connection = new SocketConnection(socket, journal, clock);
    if (this.connections >= MOST_CONNECTIONS) {
      connection.disconnect('too_many_websockets');
      socket.close();
      return;
    }
    this.#connections.add(connection);
    socket.on('close', () => {
      this.#connections.delete(connection);
      journal.add({ kind: 'socket', state: 'closed' });
      connection.expire('timeout');
    });
    connection.hello(appId, this.connections);
    journal.add({ kind: 'socket', state: 'open' });
    for (const { attempt, ended } of this.#waiting.splice(0)) void this.attempt(attempt).then(ended);
  }
}
