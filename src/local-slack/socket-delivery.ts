import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Acknowledgement, Delivery, PayloadType } from './delivery.ts';
import type { Journal } from './journal.ts';
import { BOT } from './workspace.ts';

interface Envelope {
  type: PayloadType;
  payload: Record<string, unknown>;
  attempt: number;
  acknowledged: (ack: Acknowledgement) => void;
  timer?: NodeJS.Timeout;
}

const ATTEMPTS = 3;

/**
 * Socket Mode: tickets that open one connection each, a hello, envelopes that must be acknowledged. What is not
 * acknowledged in time, or when the connection is lost, is delivered again with a new envelope and the same payload.
 */
export class SocketDelivery implements Delivery {
  readonly #journal: Journal;
  readonly #ackTimeoutMs: number;
  readonly #tickets = new Set<string>();
  readonly #pending = new Map<string, Envelope>();
  readonly #sockets = new WebSocketServer({ noServer: true });
  #waiting: Envelope[] = [];
  #closed = false;

  constructor(server: Server, journal: Journal, ackTimeoutMs: number) {
    this.#journal = journal;
    this.#ackTimeoutMs = ackTimeoutMs;
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** The path of a fresh connection address, good for one connection. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${BOT.appId}`;
  }

  deliver(type: PayloadType, payload: Record<string, unknown>, attempt = 0): Promise<Acknowledgement> {
    return new Promise((acknowledged) => this.#send({ type, payload, attempt, acknowledged }));
  }

  /** Takes all envelopes that wait for their acknowledgement for lost, as when their time is up. */
  expireAcks(): void {
    for (const id of [...this.#pending.keys()]) this.#again(id);
  }

  /** Tells the app to connect again, as Slack does when it recycles a connection. */
  refresh(): void {
    for (const socket of this.#sockets.clients)
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  /** Drops every connection without a goodbye. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { timer } of this.#pending.values()) clearTimeout(timer);
    this.drop();
    this.#sockets.close();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#opened(opened));
  }

  #opened(socket: WebSocket): void {
    socket.on('message', (data) => this.#received(JSON.parse(data.toString())));
    socket.on('close', () => this.#lost());
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: BOT.appId } }));
    this.#journal.add({ kind: 'socket', state: 'open' });
    for (const envelope of this.#waiting.splice(0)) this.#send(envelope);
  }

  #send(envelope: Envelope): void {
    const [socket] = [...this.#sockets.clients].filter((client) => client.readyState === client.OPEN);
    if (!socket) {
      this.#waiting.push(envelope);
      return;
    }
    const { type, payload, attempt } = envelope;
    const id = randomUUID();
    envelope.timer = setTimeout(() => this.#again(id), this.#ackTimeoutMs).unref();
    this.#pending.set(id, envelope);
    this.#journal.add({ kind: 'delivered', to: 'socket', type, payload, attempt });
    const retry = { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' };
    const extra = type === 'events_api' ? retry : {};
    const answerable = type !== 'events_api';
    socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: answerable, ...extra }));
  }

  #received(frame: { envelope_id?: string }): void {
    const envelope = this.#pending.get(frame.envelope_id ?? '');
    if (!envelope) return;
    this.#pending.delete(frame.envelope_id ?? '');
    clearTimeout(envelope.timer);
    this.#journal.add({ kind: 'acknowledged', type: envelope.type });
    envelope.acknowledged({ status: 200 });
  }

  #again(id: string): void {
    const envelope = this.#pending.get(id);
    this.#pending.delete(id);
    clearTimeout(envelope?.timer);
    if (!envelope || this.#closed || envelope.attempt >= ATTEMPTS) return;
    this.#send({ ...envelope, attempt: envelope.attempt + 1 });
  }

  #lost(): void {
    this.#journal.add({ kind: 'socket', state: 'closed' });
    this.expireAcks();
  }
}
