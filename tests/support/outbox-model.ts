import { FARTHEST, LEASE } from './outbox.ts';

interface Entry {
  key: string;
  channel: string;
  state: 'waiting' | 'claimed' | 'posted' | 'held' | 'dropped';
  createdAt: number;
  notBefore: number;
  inDoubt: boolean;
  attempts: number;
}

/** What an outbox must do, worked out in the plainest way; moments are seconds. */
export class OutboxModel {
  readonly entries: Entry[] = [];
  readonly #freeAt = new Map<string, number>();
  /** Channels that are still taken for due, though what waited there was dropped. */
  readonly #stale = new Set<string>();

  add(key: string, channel: string, now: number): void {
    if (this.find(key)) return;
    this.entries.push({ key, channel, state: 'waiting', createdAt: now, notBefore: now, inDoubt: false, attempts: 0 });
  }

  find(key: string): Entry | undefined {
    return this.entries.find((entry) => entry.key === key);
  }

  /** The keys that are claimed at a moment, each with whether it is in doubt, in alphabetical order. */
  claim(now: number): [key: string, inDoubt: boolean][] {
    const heads = this.#channels().flatMap((channel) => this.#headOf(channel, now) ?? []);
    for (const channel of this.#stale) if ((this.#freeAt.get(channel) ?? -Infinity) <= now) this.#stale.delete(channel);
    if (heads.length === 0) this.#shortenLeapedRests(now);
    for (const head of heads) {
      head.inDoubt ||= head.state === 'claimed';
      head.state = 'claimed';
      head.attempts += 1;
      this.#freeAt.set(head.channel, now + LEASE);
    }
    return heads.map(({ key, inDoubt }): [string, boolean] => [key, inDoubt]).sort();
  }

  end(key: string, change: Partial<Entry>, freeAt: number): void {
    const entry = this.find(key)!;
    Object.assign(entry, change);
    this.#freeAt.set(entry.channel, freeAt);
    this.#stale.delete(entry.channel);
  }

  drop(entry: Entry): void {
    if (entry.state === 'waiting') this.#stale.add(entry.channel);
    entry.state = 'dropped';
  }

  /** When the next claim is possible; null where nothing waits. */
  next(): number | null {
    const moments = this.#channels().flatMap((channel) => {
      const own = this.entries.filter((entry) => entry.channel === channel);
      const waiting = own.filter(({ state }) => state === 'waiting').map(({ notBefore }) => notBefore);
      const claimed = own.some(({ state }) => state === 'claimed');
      if (!claimed && waiting.length === 0) return [];
      return [Math.max(this.#freeAt.get(channel) ?? -Infinity, claimed ? -Infinity : Math.min(...waiting))];
    });
    return moments.length === 0 ? null : Math.min(...moments);
  }

  #channels(): string[] {
    return [...new Set(this.entries.map(({ channel }) => channel))];
  }

  #shortenLeapedRests(now: number): void {
    for (const [channel, freeAt] of this.#freeAt) {
      const due = this.entries.some((each) => each.channel === channel && ['waiting', 'claimed'].includes(each.state));
      if (freeAt > now + FARTHEST && (due || this.#stale.has(channel))) this.#freeAt.set(channel, now + LEASE);
    }
  }

  #headOf(channel: string, now: number): Entry | undefined {
    if ((this.#freeAt.get(channel) ?? -Infinity) > now) return undefined;
    const own = this.entries.filter((entry) => entry.channel === channel);
    const [oldest] = own
      .filter(({ state, notBefore }) => state === 'waiting' && notBefore <= now)
      .sort((one, other) => one.createdAt - other.createdAt || (one.key < other.key ? -1 : 1));
    return own.find(({ state }) => state === 'claimed') ?? oldest;
  }
}
