import { readQuestion } from '../question/read-question.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Answer } from './answer.ts';
import { type Ask, createAsk, describe, find } from './ask.ts';
import type { Engine } from './engine.ts';
import { type Context, followUp, rememberAnswer } from './follow-up.ts';
import { respond } from './respond.ts';

/** A question as one timeline reads and answers it. */
export interface Reading {
  engine: Engine;
  ask: Ask;
  answer: Answer;
  /** What a following question of the thread would be read in. */
  context: Context;
  /** Whether it was read in the light of earlier questions. */
  inThread: boolean;
}

/** Reads a question as one timeline does, in the light of its thread where it leans on that, and answers it. */
export function answerIn(
  engine: Engine,
  text: string,
  today: Temporal.PlainDate,
  context: Context | undefined,
): Reading {
  const read = readQuestion(text, engine.language, today);
  const followed = followUp(read, context);
  const { question } = followed;
  const alone = followed.standsAlone ? createAsk(engine, read, today) : undefined;
  const inThread = () => told(createAsk(engine, question, today, followed.subject));
  const { ask, answer } =
    read.intent?.intent === 'figure'
      ? ofThreadFirst(inThread(), alone)
      : ((alone && standing(alone, followed.subject)) ?? inThread());
  return {
    engine,
    ask,
    answer,
    inThread: context !== undefined,
    context: rememberAnswer(question, answer, context, engine),
  };
}

/** A question and its answer. */
interface Told {
  ask: Ask;
  answer: Answer;
}

function told(ask: Ask): Told {
  return { ask, answer: respond(ask) };
}

/**
 * A question with words of its own, as it stands alone; nothing where it is about the thread's event: that meets some
 * of those words, and no event answers them by themselves.
 */
function standing(alone: Ask, subject: TimelineEvent | undefined): Told | undefined {
  const own = told(alone);
  return own.answer.status === 'answered' || (subject && !meets(alone, subject)) ? own : undefined;
}

/** A question for a figure is about the thread's event where that has one, and otherwise about what it names itself. */
function ofThreadFirst(inThread: Told, alone: Ask | undefined): Told {
  if (!alone || inThread.answer.status === 'answered') return inThread;
  const own = told(alone);
  return own.answer.status === 'answered' ? own : inThread;
}

/** Share of a question's weight from which an event may be what it is about. */
const ABOUT_IT = 0.2;

function meets(ask: Ask, event: TimelineEvent): boolean {
  const candidate = find(ask, describe(ask)).candidates.find(({ facts }) => facts.event.id === event.id);
  return (candidate?.score ?? 0) >= ABOUT_IT;
}
