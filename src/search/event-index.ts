import type { Field } from './event-document.ts';

/** What an index found of one event. */
export interface Hit {
  id: string;
  /** How well it fits by the engine's own measure; comparable only within one search. */
  score: number;
  /** The tokens that the event holds, each with the best field that holds it. */
  matched: ReadonlyMap<string, Field>;
}

/** The port behind which a search engine stands: it ranks events by tokens that the analyzer made. */
export interface EventIndex {
  /** Events that hold at least one of the tokens, in no particular order. */
  search(tokens: readonly string[]): Hit[];
  /** How many events hold the token. */
  frequency(token: string): number;
  /** Every token of the index. */
  tokens(): Iterable<string>;
  /** How many events it holds. */
  readonly size: number;
}
