import type { Json } from './json.ts';
import { redact } from './redact.ts';
import type { Message } from './state/message.ts';

/** Everything that passes between the server and the app, without tokens and secrets. */
export type JournalEntry =
  /** The app called a method of the Web API. */
  | { kind: 'call'; method: string; team?: string; args: Json; answer: Json; error?: string }
  /** A call that a fault kept from an ordinary answer. */
  | { kind: 'fault'; method: string; fault: string }
  | { kind: 'delivered'; to: 'socket' | 'http'; type: string; payload: Json; attempt: number; reason?: string }
  | { kind: 'acknowledged'; type: string; status: number; body?: unknown }
  /** A delivery that nobody took, or that was not acknowledged in time. */
  | { kind: 'undelivered'; type: string; attempt: number; reason: string }
  /** The app's message appeared, or was changed. */
  | { kind: 'posted'; message: Message }
  /** The app used a response address. */
  | { kind: 'responded'; status: number; body: Json; error?: string }
  /** What the app answered to a submitted view could not be used. */
  | { kind: 'refused'; what: string; error: string; messages: readonly string[] }
  | { kind: 'socket'; state: 'open' | 'closed' | 'refused' }
  /** Slack told the app that its connections end, or soon will. */
  | { kind: 'goodbye'; reason: string };

type Kind = JournalEntry['kind'];
type EntryOf<K extends Kind> = Extract<JournalEntry, { kind: K }>;

/** How many entries are kept, so that a server that runs for days does not grow. */
const MOST_ENTRIES = 10_000;

/** The journal of traffic, in order; the oldest entries go. A test waits for what it expects instead of for a time. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  add(entry: JournalEntry): void {
    const kept = redact(entry);
    this.entries.push(kept);
    if (this.entries.length > MOST_ENTRIES) this.entries.shift();
    for (const tell of [...this.#listeners]) tell(kept);
  }

  /** The entries of a kind so far. */
  all<K extends Kind>(kind: K, matches: (entry: EntryOf<K>) => boolean = () => true): EntryOf<K>[] {
    return this.entries.filter((entry): entry is EntryOf<K> => entry.kind === kind && matches(entry as EntryOf<K>));
  }

  /** The first `count` entries of a kind that match, as soon as there are so many. The caller's own timeout bounds the wait. */
  until<K extends Kind>(
    kind: K,
    matches: (entry: EntryOf<K>) => boolean = () => true,
    count = 1,
  ): Promise<EntryOf<K>[]> {
    return new Promise((resolve) => {
      const stop = this.onEntry(() => look());
      const look = () => {
        const found = this.all(kind, matches);
        if (found.length < count) return;
        stop();
        resolve(found.slice(0, count));
      };
      look();
    });
  }

  /** The next entry, from now on, that matches. */
  next(matches: (entry: JournalEntry) => boolean = () => true): Promise<JournalEntry> {
    return new Promise((resolve) => {
      const stop = this.onEntry((entry) => {
        if (!matches(entry)) return;
        stop();
        resolve(entry);
      });
    });
  }

  /** Calls a listener for every entry from now on. @returns a function that ends it */
  onEntry(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One entry a line, as JSON. */
  toJsonLines(): string {
    return this.entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }
}
