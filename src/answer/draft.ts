import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer, AnswerKind, AnswerStatus, AnswerValue, Run, Statement } from './answer.ts';
import { Citer } from './citer.ts';
import { remarksOf } from './remarks.ts';
import { referenceTo } from './wording.ts';

/** An answer while it is being composed: statements and their citations are added in the order in which they are read. */
export class Draft {
  readonly citer = new Citer();
  readonly #statements: Statement[] = [];
  readonly #caveats: string[] = [];
  #events: TimelineEvent[] = [];
  #nearest: TimelineEvent[] = [];
  #value: AnswerValue = null;

  /** Adds a statement with the numbers of its citations. */
  say(role: Statement['role'], runs: Run[], cites: readonly number[], event?: string): this {
    const unique = [...new Set(cites)].sort((a, b) => a - b);
    this.#statements.push({ role, runs, cites: unique, ...(event === undefined ? {} : { event }) });
    return this;
  }

  /** Adds a caveat, once. */
  warn(caveat: string | undefined): this {
    if (caveat !== undefined && !this.#caveats.includes(caveat)) this.#caveats.push(caveat);
    return this;
  }

  /** The events that the answer states, and what a reader must be told of the one where it is one. */
  about(events: readonly TimelineEvent[]): this {
    this.#events = [...events];
    if (events.length === 1) for (const remark of remarksOf(events[0]!)) this.warn(remark);
    return this;
  }

  near(events: readonly TimelineEvent[]): this {
    this.#nearest = [...events];
    return this;
  }

  value(value: AnswerValue): this {
    this.#value = value;
    return this;
  }

  finish(status: AnswerStatus, kind: AnswerKind, timeline: string): Answer {
    return {
      status,
      kind,
      timeline,
      statements: this.#statements,
      events: this.#events.map(referenceTo),
      nearest: this.#nearest.map(referenceTo),
      value: this.#value,
      citations: this.citer.citations,
      caveats: this.#caveats,
      notUnderstood: [],
    };
  }
}
