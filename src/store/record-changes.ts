/** A change of the record, as it was seen when the record was loaded. */
export interface RecordChange {
  timeline: string;
  event: string;
  kind: 'added' | 'changed' | 'removed';
  /** Which fields changed, by name, in alphabetical order; empty unless `kind` is `changed`. */
  fields: readonly string[];
  notedAt: Date;
}

/** An event as it is remembered: a fingerprint of each of its fields. */
export interface NotedEvent {
  event: string;
  fields: Readonly<Record<string, string>>;
}

/** What became of the record from one load to the next, for all processes that share the store. */
export interface RecordChangeRepository {
  /**
   * Compares the events of a timeline with those that were noted before, and notes each that is new, changed or gone. A
   * timeline that was never noted is noted without a change. Of several processes that note the same, one does.
   * @returns what has changed
   */
  note(timeline: string, events: readonly NotedEvent[], now: Date): Promise<RecordChange[]>;
  /** The changes noted after one moment and until another, oldest first; 1,000 at most. */
  between(after: Date, until: Date): Promise<RecordChange[]>;
  /** Forgets the changes noted before a moment; returns how many. */
  purge(before: Date): Promise<number>;
}
