import type { MessageMetadata } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import type { Turn } from '../dateline.ts';

/** The type of the metadata that an answer carries, so that a later question in its thread can be read in context. */
export const ANSWER_METADATA = 'dateline_answer';

/** Most events that are kept with an answer: it is about one of them, or about a list that a question names. */
const EVENTS = 20;

/**
 * The metadata of an answer: what was asked, as what it was read, and which events answer it.
 * @param asked the `ts` of the message that is answered; absent where none is
 */
export function answerMetadata(question: string, answer: Answer, asked?: string): MessageMetadata {
  const events = answer.events.slice(0, EVENTS).map(({ id }) => ({ id }));
  return {
    event_type: ANSWER_METADATA,
    event_payload: {
      question: question.toWellFormed(),
      intent: answer.kind,
      events,
      ...(asked === undefined ? {} : { asked }),
    },
  };
}

/** Whether metadata is that of an answer to a message, by its `ts`. */
export function isAnswerTo(metadata: unknown, asked: string): boolean {
  const { event_type, event_payload } = (metadata ?? {}) as {
    event_type?: unknown;
    event_payload?: { asked?: unknown };
  };
  return event_type === ANSWER_METADATA && event_payload?.asked === asked;
}

/** What an answer's metadata tells a later question of its thread: its question, or the one event that it shows. */
export function turnOf(metadata: unknown): Turn | undefined {
  const { event_type, event_payload } = (metadata ?? {}) as { event_type?: unknown; event_payload?: unknown };
  if (event_type !== ANSWER_METADATA || typeof event_payload !== 'object' || event_payload === null) return undefined;
  const { question, events } = event_payload as { question?: unknown; events?: unknown };
  if (typeof question === 'string' && question !== '') return question;
  const [only, ...others]: unknown[] = Array.isArray(events) ? events : [];
  const { id } = (only ?? {}) as { id?: unknown };
  return typeof id === 'string' && others.length === 0 ? { event: id } : undefined;
}
