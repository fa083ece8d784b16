import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import type { Json } from '../json.ts';
import { ACKNOWLEDGE_MS, type Attempt, type Delivery, type Outcome, type PayloadType } from './delivery.ts';
import { signatureHeaders } from './signature.ts';

interface HttpDeliveryTools {
  url: string;
  secret: string;
  journal: Journal;
  clock: Clock;
}

/** Brings payloads to the app's request address, signed. */
export class HttpDelivery implements Delivery {
  readonly #tools: HttpDeliveryTools;
  readonly #closing = new AbortController();

  constructor(tools: HttpDeliveryTools) {
    this.#tools = tools;
  }

  async attempt({ type, payload, attempt, reason }: Attempt): Promise<Outcome> {
    const { url, secret, journal, clock } = this.#tools;
    const { contentType, body } = encode(type, payload);
    journal.add({ kind: 'delivered', to: 'http', type, payload, attempt, ...(reason ? { reason } : {}) });
    const retry =
      attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason ?? 'http_timeout' };
    const late = new AbortController();
    const callOff = clock.after(ACKNOWLEDGE_MS, () => late.abort());
    // Receivers hold the signature's time against the machine's clock, so it is not taken from an injected one.
    const now = Math.floor(Date.now() / 1000);
    const headers = { 'content-type': contentType, ...retry, ...signatureHeaders(secret, body, now) };
    const signal = AbortSignal.any([late.signal, this.#closing.signal]);
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal });
      const answer = bodyOf(await response.text());
      if (response.ok)
        return { taken: true, status: response.status, ...(answer === undefined ? {} : { body: answer }) };
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { taken: false, status: response.status, reason: 'http_error', noRetry };
    } catch {
      if (this.#closing.signal.aborted) return { taken: false, status: 0, reason: 'closed' };
      return { taken: false, status: 0, reason: late.signal.aborted ? 'http_timeout' : 'connection_failed' };
    } finally {
      callOff();
    }
  }

  close(): void {
    this.#closing.abort();
  }
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function encode(type: PayloadType, payload: Json): { contentType: string; body: string } {
  if (type === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}
