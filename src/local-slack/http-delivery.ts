import type { Acknowledgement, Delivery, PayloadType } from './delivery.ts';
import type { Journal } from './journal.ts';
import { signatureHeaders } from './signature.ts';

/** What the journal says in place of a status where nobody listens. */
const UNREACHABLE = 0;

/** Brings payloads to the app's request address, signed. */
export class HttpDelivery implements Delivery {
  readonly #url: string;
  readonly #secret: string;
  readonly #journal: Journal;

  constructor(url: string, secret: string, journal: Journal) {
    this.#url = url;
    this.#secret = secret;
    this.#journal = journal;
  }

  async deliver(type: PayloadType, payload: Record<string, unknown>, attempt = 0): Promise<Acknowledgement> {
    const { contentType, body } = encode(type, payload);
    this.#journal.add({ kind: 'delivered', to: 'http', type, payload, attempt });
    const retry = attempt === 0 ? {} : { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' };
    const now = Math.floor(Date.now() / 1000);
    const status = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': contentType, ...retry, ...signatureHeaders(this.#secret, body, now) },
      body,
    }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => UNREACHABLE,
    );
    this.#journal.add({ kind: 'acknowledged', type, status });
    return { status };
  }

  async close(): Promise<void> {}
}

function encode(type: PayloadType, payload: Record<string, unknown>): { contentType: string; body: string } {
  if (type === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields = type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}
