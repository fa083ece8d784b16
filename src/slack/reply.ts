import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import { renderSlackMessage, type SlackMessage } from '../render/slack-message.ts';
import { answerButtons } from './answer-buttons.ts';
import type { ListenerDeps } from './deps.ts';
import type { Lookup } from './lookup.ts';

/** What to say, and whether it answers a question: help and excuses do not, and cannot be shared. */
export interface Reply {
  /** What it says, without buttons. */
  message: SlackMessage;
  answers: boolean;
  /** What it answers with, and of what that was computed; absent for help and excuses. */
  of?: { answer: Answer; lookup: Lookup };
  /** The rows of buttons under it, for a message that all see. */
  buttons: readonly KnownBlock[];
  /** The same with the button that shares it, for a message that only its asker sees. */
  privateButtons: readonly KnownBlock[];
}

/** A notice, an excuse, help: words without buttons. */
export function saying(message: SlackMessage): Reply {
  return { message, answers: false, buttons: [], privateButtons: [] };
}

/**
 * An answer as a reply with its buttons.
 * @param page which page of a long list, counted from 0; absent for its beginning
 */
export function replyWith(
  answer: Answer,
  lookup: Lookup,
  { dateline }: Pick<ListenerDeps, 'dateline'>,
  page?: number,
): Reply {
  return {
    message: renderSlackMessage(answer, page),
    answers: true,
    of: { answer, lookup },
    buttons: answerButtons(answer, lookup, dateline, { share: false, page }),
    privateButtons: answerButtons(answer, lookup, dateline, { share: true, page }),
  };
}

/** The whole message, for all to see or for its asker alone. */
export function messageOf(reply: Reply, { privately }: { privately: boolean }): SlackMessage {
  const { text, blocks } = reply.message;
  return { text, blocks: [...blocks, ...(privately ? reply.privateButtons : reply.buttons)] };
}

/** The reply with a remark in small print under what it says. */
export function remarked(reply: Reply, remark: string): Reply {
  const { text, blocks } = reply.message;
  const small: KnownBlock = { type: 'context', elements: [{ type: 'mrkdwn', text: remark, verbatim: true }] };
  return { ...reply, message: { text: `${text}\n${remark}`, blocks: [...blocks, small] } };
}
