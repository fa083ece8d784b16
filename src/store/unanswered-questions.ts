/** A question that the record could not answer. */
export interface NewUnansweredQuestion {
  team: string;
  channel: string;
  /** The question as it was typed. */
  text: string;
  /** The status of the answer, `declined` for one. */
  status: string;
}

export interface UnansweredQuestion extends NewUnansweredQuestion {
  /** A random UUID. */
  id: string;
  askedAt: Date;
}

export interface UnansweredQuestionRepository {
  /** Keeps a question where the operator allows that; returns whether it was kept. */
  add(question: NewUnansweredQuestion, now: Date): Promise<boolean>;
  /**
   * The questions that are kept, newest first.
   * @param filter.team only those of this workspace
   * @param filter.limit how many at most; 100 when absent
   */
  list(filter?: { team?: string; limit?: number }): Promise<UnansweredQuestion[]>;
  /** Forgets the questions that were asked before a moment; returns how many. */
  purge(before: Date): Promise<number>;
}
