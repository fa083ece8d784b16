import { setTimeout as delay } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import { describeFailure } from './failure.ts';

/** What is used of Bolt's Socket Mode client. */
type SocketModeClient = Pick<SocketModeReceiver['client'], 'start' | 'disconnect' | 'on'>;

/** Longest pause between two attempts to connect again, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/** Waits so many milliseconds; rejects when the signal comes first. */
type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

const sleep: Pause = (ms, signal) => delay(ms, undefined, { signal });

/** How long a stop waits for Slack to close the connection, in milliseconds. */
const CLOSE_WAIT = 2_000;

/**
 * Keeps the Socket Mode connection open. Slack closes it every few hours, which is normal. The client's own way of
 * reconnecting waits five seconds each time and ends the process when a token was revoked meanwhile or the network is down
 * for long; this one reconnects at once, then after ever longer pauses, and says in the log why it cannot.
 */
export class SocketConnection {
  readonly #client: SocketModeClient;
  readonly #log: Log;
  readonly #pause: Pause;
  readonly #stopping = new AbortController();
  #connected = false;

  /**
   * @param client a Socket Mode client that was made with `autoReconnectEnabled: false`.
   * @param pause waits between attempts to connect again.
   */
  constructor(client: SocketModeClient, log: Log, pause: Pause = sleep) {
    this.#client = client;
    this.#log = log;
    this.#pause = pause;
    client.on('connected', () => {
      this.#connected = true;
    });
    client.on('disconnected', () => this.#lost());
  }

  get connected(): boolean {
    return this.#connected;
  }

  /**
   * Connects for the first time.
   * @throws what the Web API throws when Slack refuses, or undefined when the connection closes before Slack's hello.
   */
  async open(): Promise<void> {
    await this.#client.start();
  }

  /** Closes the connection for good. */
  async close(): Promise<void> {
    this.#stopping.abort();
    if (!this.#connected) return;
    await Promise.race([this.#client.disconnect(), delay(CLOSE_WAIT, undefined, { ref: false })]);
  }

  #lost(): void {
    // A failed attempt to connect is reported as a disconnection too; the attempt itself deals with that.
    if (!this.#connected) return;
    this.#connected = false;
    if (!this.#stopping.signal.aborted) void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    for (let attempt = 0; !this.#stopping.signal.aborted; attempt += 1) {
      const ms = attempt === 0 ? 0 : Math.min(LONGEST_PAUSE, 500 * 2 ** attempt);
      try {
        await this.#pause(ms, this.#stopping.signal);
        await this.#client.start();
        this.#log.info({ attempts: attempt + 1 }, 'connected to Slack again');
        if (this.#stopping.signal.aborted) await this.#client.disconnect();
        return;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        this.#log.warn({ attempt: attempt + 1, ...describeFailure(error) }, 'cannot connect to Slack, trying again');
      }
    }
  }
}
