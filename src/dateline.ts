import type { Answer } from './answer/answer.ts';

export interface AskOptions {
  /** The moment of asking: what "last year" and "how long ago" count from. */
  now: Date;
  /** Earlier questions of the same thread, oldest first. */
  thread?: readonly string[];
  /** Name of the timeline to ask; without it every loaded timeline is asked. */
  timeline?: string;
}

/** The facade that every door uses. Pure once built: the same question and options give the same answer. */
export interface Dateline {
  ask(question: string, options: AskOptions): Answer;
}
