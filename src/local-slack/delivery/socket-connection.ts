import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import { isObject } from '../json.ts';
import { ACKNOWLEDGE_MS, type Attempt, type FailureReason, type Outcome } from './delivery.ts';

type Goodbye = 'warning' | 'refresh_requested' | 'too_many_websockets' | 'link_disabled';

interface Pending {
  ended(outcome: Outcome): void;
  callOff(): void;
}

/** One Socket Mode connection: a hello, envelopes, and an acknowledgement for each. */
export class SocketConnection {
  readonly #socket: WebSocket;
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #pending = new Map<string, Pending>();
  #retiring = false;

  constructor(socket: WebSocket, journal: Journal, clock: Clock) {
    this.#socket = socket;
    this.#journal = journal;
    this.#clock = clock;
    socket.on('message', (data) => this.#received(data.toString()));
  }

  /** Whether it may be given payloads. */
  get takes(): boolean {
    return !this.#retiring && this.#socket.readyState === this.#socket.OPEN;
  }

  hello(appId: string, connections: number): void {
    const debug_info = { host: 'local', build_number: 1, approximate_connection_time: 18_060 };
    this.#write({ type: 'hello', num_connections: connections, debug_info, connection_info: { app_id: appId } });
  }

  /** Says that the connection ends, or soon will. */
  disconnect(reason: Goodbye): void {
    if (reason !== 'warning') this.#retiring = true;
    this.#write({ type: 'disconnect', reason, debug_info: { host: 'local' } });
  }

  send({ type, payload, attempt, reason }: Attempt): Promise<Outcome> {
    const id = randomUUID();
    this.#journal.add({ kind: 'delivered', to: 'socket', type, payload, attempt, ...(reason ? { reason } : {}) });
    const event = type === 'events_api';
    const retry = event ? { retry_attempt: attempt, retry_reason: attempt > 0 ? (reason ?? 'timeout') : '' } : {};
    return new Promise((ended) => {
      const callOff = this.#clock.after(ACKNOWLEDGE_MS, () =>
        this.#end(id, { taken: false, status: 0, reason: 'timeout' }),
      );
      this.#pending.set(id, { ended, callOff });
      this.#write({ envelope_id: id, type, payload, accepts_response_payload: !event, ...retry });
    });
  }

  /** Takes what was not acknowledged for lost. */
  expire(reason: FailureReason): void {
    for (const id of [...this.#pending.keys()]) this.#end(id, { taken: false, status: 0, reason });
  }

  #received(text: string): void {
    const frame: unknown = parsed(text);
    if (!isObject(frame) || typeof frame.envelope_id !== 'string') return;
    const body = frame.payload;
    this.#end(frame.envelope_id, { taken: true, status: 200, ...(body === undefined ? {} : { body }) });
  }

  #end(id: string, outcome: Outcome): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.callOff();
    pending?.ended(outcome);
  }

  #write(frame: unknown): void {
    this.#socket.send(JSON.stringify(frame));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
