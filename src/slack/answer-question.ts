import type { Answer } from '../answer/answer.ts';
import { LONGEST_QUESTION, type Turn } from '../dateline.ts';
import { describeError } from '../log.ts';
import { renderNotice, renderSlackMessage, type SlackMessage } from '../render/slack-message.ts';
import type { ListenerDeps } from './deps.ts';
import type { Lookup } from './lookup.ts';
import { type Reply, replyWith, saying } from './reply.ts';

export type { Reply } from './reply.ts';

/** In what light a question is read. */
export interface Asked {
  /** What was asked and shown earlier in the thread. */
  thread?: readonly Turn[];
  /** The timeline that is asked; absent for all. */
  timeline?: string | undefined;
}

/** Asks the record and renders the answer; an empty question gets help, a failure an excuse. Never throws. */
export function answerQuestion(question: string, deps: ListenerDeps, { thread = [], timeline }: Asked = {}): Reply {
  if (question === '') return saying(helpMessage(deps.examples));
  const within = timeline === undefined ? {} : { timeline };
  return answerLookup({ kind: 'ask', question, ...(thread.length > 0 ? { thread } : {}), ...within }, deps);
}

/**
 * Computes what a lookup is of and renders it. Never throws: a failure gets an excuse.
 * @param page which page of a long list, counted from 0; absent for its beginning
 */
export function answerLookup(lookup: Lookup, deps: ListenerDeps, page?: number): Reply {
  const done = deps.metrics.questions.answering(deps.door);
  try {
    const answer = lookUp(lookup, deps);
    const reply = answer ? render(answer, lookup, deps, page) : saying(renderNotice(GONE));
    done(answer?.status ?? 'declined');
    if (answer) deps.log.info({ door: deps.door, status: answer.status, kind: answer.kind }, 'answered a question');
    return reply;
  } catch (error) {
    done('failed');
    deps.log.error(describeError(error), 'a question could not be answered');
    return saying(renderNotice('Something went wrong while I looked that up, and it is in my log.'));
  }
}

const GONE = 'The record does not hold that any more: it was changed since. Ask again.';

function render(answer: Answer, lookup: Lookup, deps: ListenerDeps, page: number | undefined): Reply {
  // The facade turns longer ones down, and they would not fit the value of a button.
  const tooLong = lookup.kind === 'ask' && lookup.question.length > LONGEST_QUESTION;
  return tooLong ? saying(renderSlackMessage(answer)) : replyWith(answer, lookup, deps, page);
}

function lookUp(lookup: Lookup, { dateline, clock }: ListenerDeps): Answer | undefined {
  // A timeline that was chosen once may not be loaded any more: all are asked then.
  const chosen = 'timeline' in lookup ? lookup.timeline : undefined;
  const within = chosen !== undefined && dateline.timelines.includes(chosen) ? { timeline: chosen } : {};
  switch (lookup.kind) {
    case 'ask':
      return dateline.ask(lookup.question, {
        now: clock(),
        ...(lookup.thread === undefined ? {} : { thread: lookup.thread }),
        ...within,
      });
    case 'before':
      return dateline.before(lookup.event);
    case 'after':
      return dateline.after(lookup.event);
    case 'place':
      return dateline.atPlace(lookup.place);
    case 'on':
      return dateline.on(lookup.month, lookup.day, { now: clock(), ...within });
    case 'timeline':
      return dateline.timelineOf(lookup.text, { now: clock(), ...within });
    case 'latest':
      return dateline.latest(within);
    case 'corrections':
      return dateline.corrections(within);
  }
}

export function helpMessage(examples: readonly string[]): SlackMessage {
  const shown = examples.slice(0, 3).map((example) => `“${example}”`);
  return renderNotice(
    'Ask me when, where or how often something happened, who did it, or what came before and after. I answer from a curated record, with its sources.',
    ...(shown.length > 0 ? [`For example: ${shown.join(' · ')}`] : []),
  );
}
