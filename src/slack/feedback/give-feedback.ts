import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { section } from '../../render/parts.ts';
import type { NewFeedback, Verdict } from '../../store/feedback.ts';
import { StoreError } from '../../store/store-error.ts';
import type { ListenerDeps } from '../deps.ts';
import { decodeJudged, type FEEDBACK } from '../feedback-row.ts';
import { suggestButton } from '../suggest/suggest-button.ts';
import { teamOf } from '../team-of.ts';
import { COMMENT, FEEDBACK_VIEW, feedbackThanksView, feedbackView, LONGEST_COMMENT } from './feedback-view.ts';

type PressArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>,
  'ack' | 'action' | 'body' | 'client' | 'context' | 'respond'
>;
type SubmitArgs = Pick<
  AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>,
  'ack' | 'body' | 'context' | 'view'
>;

/** What each button under an answer says of it. */
const VERDICTS: Record<keyof typeof FEEDBACK, Verdict> = {
  feedback_right: 'right',
  feedback_wrong_date: 'wrong-date',
  feedback_bad_source: 'bad-source',
  feedback_other: 'other',
};

/** The answer that a form is about, as its metadata carries it. */
const answerSchema = z.object({
  channel: z.string(),
  messageTs: z.string(),
  events: z.array(z.string()),
  intent: z.string(),
});

/** Keeps what somebody says of an answer, and thanks them privately; "something else" is asked for first. */
export async function handleFeedback(
  { ack, action, body, client, context, respond }: PressArgs,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  const verdict = VERDICTS[action.action_id as keyof typeof FEEDBACK];
  const channel = body.channel?.id;
  if (channel === undefined) return;
  const answer = { channel, messageTs: String(body.container.message_ts), ...decodeJudged(action.value ?? '') };
  if (verdict === 'other') {
    await client.views.open({ trigger_id: body.trigger_id, view: feedbackView(JSON.stringify(answer)) });
    return;
  }
  await keep({ team: teamOf(context), user: body.user.id, ...answer, verdict, comment: null }, deps);
  const thread: unknown = body.message?.thread_ts;
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    ...thanks(verdict, answer.events),
    ...(typeof thread === 'string' ? { thread_ts: thread } : {}),
  });
}

/** Keeps a comment on an answer. A later verdict of the same person takes its place. */
export async function handleFeedbackForm({ ack, body, context, view }: SubmitArgs, deps: ListenerDeps): Promise<void> {
  const comment = (view.state.values[COMMENT]?.[COMMENT]?.value ?? '').trim();
  const refuse = (words: string) => ack({ response_action: 'errors', errors: { [COMMENT]: words } });
  const wrong = commentError(comment);
  if (wrong !== undefined) {
    deps.log.info({ fields: [COMMENT] }, 'a comment on an answer was not well filled in');
    return refuse(wrong);
  }
  const answer = answerSchema.parse(JSON.parse(view.private_metadata));
  try {
    await keep({ team: teamOf(context), user: body.user.id, ...answer, verdict: 'other', comment }, deps);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    deps.log.error({ code: error.code, remedy: error.remedy }, 'a comment on an answer could not be kept');
    return refuse('That could not be kept just now. It is still here: send it again in a minute.');
  }
  await ack({ response_action: 'update', view: feedbackThanksView() });
}

function commentError(comment: string): string | undefined {
  if (comment === '') return 'Say in a sentence what it is.';
  if (comment.length <= LONGEST_COMMENT) return undefined;
  return `Shorten it to ${LONGEST_COMMENT.toLocaleString('en')} characters at most.`;
}

/** A private thanks, which offers to mend the record where something in it seems to be wrong. */
function thanks(verdict: Verdict, [event]: readonly string[]): { text: string; blocks: KnownBlock[] } {
  if (verdict === 'right') {
    const text = 'Thank you: it is noted that this answer is right.';
    return { text, blocks: [section(text)] };
  }
  const what = verdict === 'wrong-date' ? 'that its date is wrong' : 'that one of its sources is bad';
  const text = `Thank you: it is noted of this answer ${what}. To have the record mended, tell the editors what is right.`;
  return { text, blocks: [section(text), { type: 'actions', elements: [suggestButton(event)] }] };
}

async function keep(feedback: NewFeedback, { store, clock, log }: ListenerDeps): Promise<void> {
  await store.feedback.give(feedback, clock());
  const { verdict, intent, events } = feedback;
  log.info({ verdict, intent, events: events.length }, 'a verdict is kept');
}

export function register(app: App, deps: ListenerDeps): void {
  for (const action_id of Object.keys(VERDICTS)) {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, (args) => handleFeedback(args, deps));
  }
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FEEDBACK_VIEW }, (args) =>
    handleFeedbackForm(args, deps),
  );
}
