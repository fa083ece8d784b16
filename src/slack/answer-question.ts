import { LONGEST_QUESTION } from '../dateline.ts';
import { describeError } from '../log.ts';
import { renderNotice, renderSlackMessage, type SlackMessage } from '../render/slack-message.ts';
import type { ListenerDeps } from './deps.ts';

/** What to say, and whether it answers a question: help and excuses do not, and cannot be shared. */
export interface Reply {
  message: SlackMessage;
  answers: boolean;
}

/** Asks the record and renders the answer; an empty question gets help, a failure an excuse. Never throws. */
export function answerQuestion(question: string, deps: ListenerDeps): Reply {
  if (question === '') return { message: helpMessage(deps.examples), answers: false };
  try {
    const answer = deps.dateline.ask(question, { now: deps.clock() });
    deps.log.info({ status: answer.status, kind: answer.kind }, 'answered a question');
    // The facade turns longer ones down, and they would not fit the value of a button.
    return { message: renderSlackMessage(answer), answers: question.length <= LONGEST_QUESTION };
  } catch (error) {
    deps.log.error(describeError(error), 'a question could not be answered');
    return {
      message: renderNotice('Something went wrong while I looked that up, and it is in my log.'),
      answers: false,
    };
  }
}

function helpMessage(examples: readonly string[]): SlackMessage {
  const shown = examples.slice(0, 3).map((example) => `“${example}”`);
  return renderNotice(
    'Ask me when, where or how often something happened, who did it, or what came before and after. I answer from a curated record, with its sources.',
    ...(shown.length > 0 ? [`For example: ${shown.join(' · ')}`] : []),
  );
}
