import type { Clock } from '../clock.ts';
import type { Ids } from './ids.ts';

/** A file that was announced, sent, and perhaps shared. */
export interface StoredFile {
  id: string;
  team: string;
  name: string;
  title: string;
  /** As announced, in bytes. */
  length: number;
  content?: Buffer;
  altText?: string;
  user: string;
  /** Seconds since 1970. */
  created: number;
  completed: boolean;
  channels: string[];
}

/** Files of upload v2: announced, sent to an address of their own, completed. */
export class Files {
  readonly #files = new Map<string, StoredFile>();
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(ids: Ids, clock: Clock) {
    this.#ids = ids;
    this.#clock = clock;
  }

  announce(file: Pick<StoredFile, 'team' | 'name' | 'length' | 'user'> & { altText?: string }): StoredFile {
    const created = Math.floor(this.#clock.now() / 1000);
    const stored = { ...file, id: this.#ids.next('F'), title: file.name, created, completed: false, channels: [] };
    this.#files.set(stored.id, stored);
    return stored;
  }

  find(id: unknown): StoredFile | undefined {
    return this.#files.get(String(id));
  }

  /** Takes what was sent to a file's address. @returns whether it fits what was announced */
  receive(id: string, content: Buffer): boolean {
    const file = this.#files.get(id);
    if (!file || file.completed || content.length !== file.length) return false;
    file.content = content;
    return true;
  }
}
