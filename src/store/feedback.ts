export const VERDICTS = ['right', 'wrong-date', 'bad-source', 'other'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** An answer, by the message that carries it. */
export interface AnswerKey {
  team: string;
  channel: string;
  messageTs: string;
}

/** What one person says of one answer. */
export interface NewFeedback extends AnswerKey {
  user: string;
  verdict: Verdict;
  /** In the person's words; null where they wrote nothing. */
  comment: string | null;
  /** The ids of the events that the answer was about. */
  events: readonly string[];
  /** The intent that the question was read as; null where the answer had none. */
  intent: string | null;
}

export interface Feedback extends NewFeedback {
  givenAt: Date;
}

export interface FeedbackRepository {
  /**
   * Keeps a verdict. A person has one verdict on an answer: a later one replaces the earlier, in whatever order they
   * arrive; of two that were given at the same moment, the one that arrives last.
   * @returns the verdict that is kept now
   */
  give(feedback: NewFeedback, now: Date): Promise<Feedback>;
  find(answer: AnswerKey, user: string): Promise<Feedback | undefined>;
  /**
   * What the people of a workspace said, newest first.
   * @param filter.verdict only this verdict
   * @param filter.limit how many at most; 100 when absent
   */
  list(team: string, filter?: { verdict?: Verdict; limit?: number }): Promise<Feedback[]>;
}
