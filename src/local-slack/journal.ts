import type { Message } from './workspace.ts';

/** Everything that passes between the server and the app, in order. */
export type JournalEntry =
  | { kind: 'call'; method: string; args: Record<string, unknown>; error?: string }
  | { kind: 'delivered'; to: 'socket' | 'http'; type: string; payload: Record<string, unknown>; attempt: number }
  | { kind: 'acknowledged'; type: string; status?: number }
  | { kind: 'posted'; message: Message }
  | { kind: 'responded'; status: number; body: Record<string, unknown> }
  | { kind: 'socket'; state: 'open' | 'closed' };

type EntryOf<K extends JournalEntry['kind']> = Extract<JournalEntry, { kind: K }>;

/** The journal of traffic; a test waits for what it expects instead of for a time. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly #waiting = new Set<() => void>();

  add(entry: JournalEntry): void {
    this.entries.push(entry);
    for (const wake of [...this.#waiting]) wake();
  }

  all<K extends JournalEntry['kind']>(kind: K, matches: (entry: EntryOf<K>) => boolean = () => true): EntryOf<K>[] {
    return this.entries.filter((entry): entry is EntryOf<K> => entry.kind === kind && matches(entry as EntryOf<K>));
  }

  /** The first `count` entries of a kind that match, as soon as there are so many. The test's own timeout bounds the wait. */
  until<K extends JournalEntry['kind']>(
    kind: K,
    matches: (entry: EntryOf<K>) => boolean = () => true,
    count = 1,
  ): Promise<EntryOf<K>[]> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.all(kind, matches);
        if (found.length < count) return;
        this.#waiting.delete(look);
        resolve(found.slice(0, count));
      };
      this.#waiting.add(look);
      look();
    });
  }
}
