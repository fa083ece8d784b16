import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Json } from '../json.ts';
import type { Acknowledgement, Attempt, Delivery, Outcome, PayloadType } from './delivery.ts';

/** After these pauses an event is delivered again: at once, after a minute, after five (docs.slack.dev/apis/events-api). */
const PAUSES_MS = [0, 60_000, 300_000];

/** Brings payloads to the app, and events again where they were not acknowledged. */
export class Dispatcher {
  #delivery: Delivery;
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #calledOff = new Set<() => void>();
  #closed = false;

  constructor(delivery: Delivery, journal: Journal, clock: Clock) {
    this.#delivery = delivery;
    this.#journal = journal;
    this.#clock = clock;
  }

  /** From now on payloads go another way. */
  use(delivery: Delivery): void {
    this.#delivery = delivery;
  }

  /** Resolves when the app acknowledged the payload, or when Slack gives up. */
  async deliver(type: PayloadType, payload: Json, attempt = 0): Promise<Acknowledgement> {
    let current: Attempt = { type, payload, attempt };
    for (;;) {
      const outcome = await this.#try(current);
      if (outcome.taken)
        return { status: outcome.status, ...(outcome.body === undefined ? {} : { body: outcome.body }) };
      const pause = PAUSES_MS[current.attempt];
      // What a person waits for is not tried again: they see that it failed.
      const final = type !== 'events_api' || pause === undefined || outcome.noRetry === true || this.#closed;
      if (final) return { status: outcome.status, reason: outcome.reason };
      await this.#pause(pause);
      current = { ...current, attempt: current.attempt + 1, reason: outcome.reason };
    }
  }

  close(): void {
    this.#closed = true;
    this.#delivery.close();
    for (const callOff of this.#calledOff) callOff();
  }

  async #try(attempt: Attempt): Promise<Outcome> {
    const outcome: Outcome = this.#closed
      ? { taken: false, status: 0, reason: 'closed' }
      : await this.#delivery.attempt(attempt);
    const { type } = attempt;
    if (outcome.taken) this.#journal.add({ kind: 'acknowledged', type, status: outcome.status, body: outcome.body });
    else this.#journal.add({ kind: 'undelivered', type, attempt: attempt.attempt, reason: outcome.reason });
    return outcome;
  }

  #pause(ms: number): Promise<void> {
    if (ms === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const callOff = this.#clock.after(ms, done);
      const end = () => {
        callOff();
        done();
      };
      const calledOff = this.#calledOff;
      calledOff.add(end);
      function done() {
        calledOff.delete(end);
        resolve();
      }
    });
  }
}
