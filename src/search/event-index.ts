import type { Field } from './event-document.ts';

/** The port behind which a search engine stands: it finds and ranks events by tokens that the analyzer made. */
export interface EventIndex {
  /** The events that hold a token, each with the most telling field that does. */
  holding(token: string): ReadonlyMap<string, Field>;
  /** Events that hold any of the tokens with how well they fit; scores are comparable only within one call. */
  rank(tokens: readonly string[]): ReadonlyMap<string, number>;
  /** How many events hold the token. */
  frequency(token: string): number;
  /** How many events it holds. */
  readonly size: number;
}
