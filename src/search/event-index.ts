import type { Field } from './event-document.ts';

/**
 * The port behind which a search engine stands: it tells which events hold which tokens, as the analyzer made them. It
 * ranks nothing: how well an event fits a question is for the question's constraints to say, and they weigh its fields.
 */
export interface EventIndex {
  /** The events that hold a token, each with the most telling field that does. */
  holding(token: string): ReadonlyMap<string, Field>;
  /** How many events hold the token. */
  frequency(token: string): number;
  /** How many events it holds. */
  readonly size: number;
}
