import { webApi } from '@slack/bolt';
import { LONGEST_QUESTION } from '../dateline.ts';
import { renderNotice } from '../render/slack-message.ts';
import { answerQuestion } from './answer-question.ts';
import type { ListenerDeps } from './deps.ts';
import { describeFailure } from './failure.ts';
import { postReply } from './post-reply.ts';
import { type Reply, remarked, saying } from './reply.ts';
import { settingsOf } from './settings/settings-of.ts';
import { type Asker, tellPrivately } from './tell-privately.ts';
import { isAnswered, threadContext } from './thread-context.ts';
import { tooMany } from './too-many.ts';

/** A message that is a question to Dateline. */
export interface QuestionMessage {
  team: string;
  channel: string;
  user: string;
  ts: string;
  /** The first message of its thread, if it is in one. */
  threadTs?: string | undefined;
  question: string;
  /** Whether it is a direct message. */
  direct: boolean;
  /** Whether Slack brings it again: a process may have answered it and died before it could keep that. */
  again: boolean;
}

/** Who answers: the client of the workspace's token, and the bot's own id there. */
export interface Answering {
  client: webApi.WebClient;
  botId: string | undefined;
}

/** What Slack says where an app may not post. */
const MAY_NOT_POST = [
  'not_in_channel',
  'channel_not_found',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'access_denied',
];

/**
 * Answers a question that stands in a message: in its thread, in the direct message, or to its asker alone where the
 * channel's settings say so. Where Dateline may not post, its asker is told in private, with the answer.
 * @throws webApi.WebAPICallError when Slack refuses the answer or cannot be reached
 */
export async function answerMessage(message: QuestionMessage, answering: Answering, deps: ListenerDeps): Promise<void> {
  const { client } = answering;
  if (message.again && (await isAnswered(client, message, answering.botId, deps))) return;
  const asker: Asker = { channel: message.channel, user: message.user, threadTs: message.threadTs };
  const permission = deps.limits.take(message);
  if (!permission.allowed) {
    if (!permission.told) await tellPrivately(client, asker, saying(tooMany(permission.waitMs)));
    return;
  }
  const settings = await settingsOf(message, deps);
  const reply = await replyTo(message, answering, settings.timeline, deps);
  await keepUnanswered(message, reply, deps);
  if (settings.ephemeral && !message.direct) {
    await tellPrivately(client, asker, reply);
    return;
  }
  const threadTs = message.direct ? message.threadTs : (message.threadTs ?? message.ts);
  try {
    await postReply(
      client,
      { channel: message.channel, threadTs, asked: message.ts },
      message.question,
      reply,
      deps.log,
    );
  } catch (error) {
    if (message.direct || !mayNotPost(error)) throw error;
    deps.log.warn(describeFailure(error), 'an answer may not be posted in a channel: its asker is told in private');
    await tellPrivately(client, asker, remarked(reply, HOW_TO_LET_IN));
  }
}

const HOW_TO_LET_IN =
  'Only you see this: I may not post in that channel. Invite me there with `/invite @Dateline`, or ask somebody who may post there to let me.';

async function replyTo(
  message: QuestionMessage,
  { client, botId }: Answering,
  timeline: string | undefined,
  deps: ListenerDeps,
): Promise<Reply> {
  const { question } = message;
  const context = await threadContext(client, message, botId, deps);
  if (context.read) return answerQuestion(question, deps, { thread: context.turns, timeline });
  const reply = answerQuestion(question, deps, { timeline });
  const leans =
    message.threadTs !== undefined &&
    question.length <= LONGEST_QUESTION &&
    deps.dateline.leansOnThread(question, deps.clock());
  if (!leans || !reply.of) return reply;
  if (reply.of.answer.status === 'declined') return saying(renderNotice(WHICH_EVENT));
  return remarked(reply, 'I cannot read this thread, so I read the question by itself.');
}

const WHICH_EVENT =
  'Which event do you mean? I cannot read what was said in this thread: name the event by its place, its date or who did it.';

/** Keeps the words of a question without an answer, where the operator allows that; a store that fails is no reason not to answer. */
async function keepUnanswered(
  { team, channel, question }: QuestionMessage,
  { of }: Reply,
  deps: ListenerDeps,
): Promise<void> {
  if (of?.answer.status !== 'declined') return;
  try {
    await deps.store.unansweredQuestions.add({ team, channel, text: question, status: 'declined' }, deps.clock());
  } catch (error) {
    deps.log.warn(describeFailure(error), 'an unanswered question could not be kept');
  }
}

function mayNotPost(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && MAY_NOT_POST.includes(error.data.error);
}
