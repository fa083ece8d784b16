import type { Answer, AnswerKind, AnswerStatus, AnswerValue, EventReference } from '../answer/answer.ts';
import { renderPlainText } from './plain-text.ts';

/** An answer as the JSON that scripts read; the order of the keys is part of the contract. */
export interface JsonAnswer {
  /** The id of the request; null where it has none, as a single question. */
  id: string | null;
  status: AnswerStatus;
  kind: AnswerKind;
  /** The whole plain text, with the line of citations. */
  text: string;
  events: EventReference[];
  nearest: EventReference[];
  value: AnswerValue;
  citations: { n: number; title: string; publisher: string; date: string | null; url: string }[];
  caveats: string[];
  notUnderstood: string[];
  ms: number;
}

/** What the caller knows and an answer does not: the id of the request and how long it took, in milliseconds. */
export interface Request {
  id: string | null;
  ms: number;
}

/** The answer as one line of JSON, keys in the order of {@link JsonAnswer}; `date` is null where it is not known. */
export function renderJson(answer: Answer, request: Request): string {
  return JSON.stringify(toJsonAnswer(answer, request));
}

/** The value that {@link renderJson} prints. */
export function toJsonAnswer(answer: Answer, { id, ms }: Request): JsonAnswer {
  const reference = (event: EventReference): EventReference => ({ id: event.id, date: event.date, title: event.title });
  return {
    id,
    status: answer.status,
    kind: answer.kind,
    text: renderPlainText(answer),
    events: answer.events.map(reference),
    nearest: answer.nearest.map(reference),
    value: answer.value,
    citations: answer.citations.map(({ n, title, publisher, date, url }) => ({
      n,
      title,
      publisher,
      date: date ?? null,
      url,
    })),
    caveats: answer.caveats,
    notUnderstood: answer.notUnderstood,
    ms,
  };
}
