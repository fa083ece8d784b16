import { Counter, Histogram, type Registry } from 'prom-client';

/** Where in Slack a question is asked. */
export const DOORS = ['mention', 'direct-message', 'channel', 'command', 'button', 'home', 'other'] as const;
export type Door = (typeof DOORS)[number];

/** What became of a question: the status of its answer, or `failed` where a defect kept Dateline from answering. */
export const QUESTION_STATUSES = ['answered', 'several', 'declined', 'failed'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

export interface QuestionMetrics {
  /** Begins to time the answer to a question. @returns a function to be called once with what became of it */
  answering(door: Door): (status: QuestionStatus) => void;
  /** A question was not read, since its asker or channel asks too fast. */
  turnedAway(): void;
}

export function questionMetrics(registry: Registry): QuestionMetrics {
  const registers = [registry];
  const questions = new Counter({
    name: 'dateline_questions_total',
    help: 'Questions by where they were asked and what became of them.',
    labelNames: ['door', 'status'],
    registers,
  });
  const unanswered = new Counter({
    name: 'dateline_questions_unanswered_total',
    help: 'Questions that got no answer, by reason: declined, failed, or too-many where somebody asked too fast.',
    labelNames: ['reason'],
    registers,
  });
  const seconds = new Histogram({
    name: 'dateline_answer_seconds',
    help: 'Seconds that finding and wording an answer took.',
    labelNames: ['door'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  // A series that begins at nought shows its first increase.
  for (const door of DOORS) for (const status of QUESTION_STATUSES) questions.inc({ door, status }, 0);
  for (const reason of ['declined', 'failed', 'too-many']) unanswered.inc({ reason }, 0);
  return {
    answering(door) {
      const end = seconds.startTimer({ door });
      return (status) => {
        end();
        questions.inc({ door, status });
        if (status === 'declined' || status === 'failed') unanswered.inc({ reason: status });
      };
    },
    turnedAway: () => unanswered.inc({ reason: 'too-many' }),
  };
}
