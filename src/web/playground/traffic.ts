import type { Journal, JournalEntry } from '../../local-slack/journal.ts';
import type { TrafficLine } from './protocol.ts';

/** How many lines a page that is opened later still gets. */
const KEPT = 200;

/** Longest JSON of one line, in characters. */
const LONGEST = 20_000;

/** The journal as lines for the inspector, as they come. The journal holds no secrets. */
export class Traffic {
  readonly #lines: TrafficLine[] = [];
  readonly #listeners = new Set<(line: TrafficLine) => void>();
  #count = 0;

  /** @param now the time in milliseconds since 1970 */
  constructor(journal: Journal, now: () => number) {
    journal.onEntry((entry) => {
      this.#count += 1;
      const details = JSON.stringify(contentOf(entry), null, 2);
      const line = { number: this.#count, at: now(), ...summary(entry), details: details.slice(0, LONGEST) };
      this.#lines.push(line);
      if (this.#lines.length > KEPT) this.#lines.shift();
      for (const tell of [...this.#listeners]) tell(line);
    });
  }

  get lines(): readonly TrafficLine[] {
    return this.#lines;
  }

  /** Calls a listener for every line from now on. @returns a function that ends it */
  onLine(listener: (line: TrafficLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function contentOf({ kind: _kind, ...content }: JournalEntry): unknown {
  return content;
}

type Summary = Pick<TrafficLine, 'way' | 'title' | 'note' | 'failed'>;

function summary(entry: JournalEntry): Summary {
  switch (entry.kind) {
    case 'call':
      return { way: 'to-slack', title: entry.method, note: entry.error ?? 'ok', failed: entry.error !== undefined };
    case 'fault':
      return { way: 'to-slack', title: entry.method, note: entry.fault, failed: true };
    case 'delivered':
      return { way: 'to-app', title: entry.type, note: nameOf(entry.payload), failed: false };
    case 'acknowledged':
      return { way: 'to-slack', title: 'acknowledged', note: entry.type, failed: entry.status >= 400 };
    case 'undelivered':
      return { way: 'to-app', title: entry.type, note: entry.reason, failed: true };
    case 'posted':
      return { way: 'state', title: 'message shown', note: entry.message.channel, failed: false };
    case 'responded':
      return { way: 'to-slack', title: 'response_url', note: entry.error ?? 'ok', failed: entry.error !== undefined };
    case 'refused':
      return { way: 'to-slack', title: entry.what, note: entry.error, failed: true };
    case 'socket':
      return { way: 'state', title: 'WebSocket', note: entry.state, failed: entry.state === 'refused' };
    case 'goodbye':
      return { way: 'to-app', title: 'disconnect', note: entry.reason, failed: false };
  }
}

/** What a payload is about: the type of an event, a command, an action or a view. */
function nameOf(payload: Record<string, unknown>): string {
  const { event, command, actions, callback_id, view, type } = payload as {
    event?: { type?: string };
    command?: string;
    actions?: { action_id?: string }[];
    callback_id?: string;
    view?: { callback_id?: string };
    type?: string;
  };
  return event?.type ?? command ?? actions?.[0]?.action_id ?? callback_id ?? view?.callback_id ?? type ?? '';
}
