import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { z } from 'zod';
import { type NewFeedback, VERDICTS } from '../../store/feedback.ts';
import { StoreError } from '../../store/store-error.ts';
import type { ListenerDeps } from '../deps.ts';
import { teamOf } from '../team-of.ts';
import { FEEDBACK_ACTION } from './feedback-block.ts';
import { FEEDBACK_FIELD, FEEDBACK_VIEW, feedbackThanksView, feedbackView, LONGEST_COMMENT } from './feedback-view.ts';
import { parsed, readPressed } from './read-pressed.ts';

/** Slack sends feedback buttons as it sends a button: with the value of the one that was pressed. */
type PressArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>,
  'ack' | 'action' | 'body' | 'client' | 'context' | 'respond'
>;
type SubmitArgs = Pick<
  AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>,
  'ack' | 'body' | 'context' | 'view'
>;

/** The answer that a form is about, as its metadata carries it. */
const answerSchema = z.object({
  channel: z.string(),
  messageTs: z.string(),
  events: z.array(z.string()),
  intent: z.string().nullable(),
});

/** What Slack takes as the metadata of a form, in characters. */
const METADATA = 3000;

/** Keeps that an answer is right, or asks what is not. */
export async function handleFeedback(
  { ack, action, body, client, context, respond }: PressArgs,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  const message = body.message;
  const pressed = readPressed(action.value, message);
  const channel = body.channel?.id;
  if (!pressed || channel === undefined) return;
  const { verdict, events, intent } = pressed;
  const answer = { channel, messageTs: String(body.container.message_ts), events, intent };
  if (verdict === 'wrong') {
    await client.views.open({ trigger_id: body.trigger_id, view: feedbackView(metadataOf(answer)) });
    return;
  }
  await keep({ team: teamOf(context), user: body.user.id, ...answer, verdict: 'right', comment: null }, deps);
  const thread = message?.thread_ts as string | undefined;
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    text: 'Thank you: it is noted that this answer is right.',
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
}

/** Keeps what is not right about an answer. A later verdict of the same person takes its place. */
export async function handleFeedbackForm({ ack, body, context, view }: SubmitArgs, deps: ListenerDeps): Promise<void> {
  const { values } = view.state;
  const chosen = values[FEEDBACK_FIELD.verdict]?.[FEEDBACK_FIELD.verdict]?.selected_option?.value;
  const verdict = VERDICTS.find((known) => known === chosen);
  const comment = (values[FEEDBACK_FIELD.comment]?.[FEEDBACK_FIELD.comment]?.value ?? '').trim();
  const refuse = (field: string, words: string) => {
    deps.log.info({ fields: [field] }, 'a verdict was not well filled in');
    return ack({ response_action: 'errors', errors: { [field]: words } });
  };
  const answer = answerSchema.safeParse(parsed(view.private_metadata));
  if (verdict === undefined || !answer.success) return refuse(FEEDBACK_FIELD.verdict, 'Choose what is not right.');
  if (verdict === 'other' && comment === '') return refuse(FEEDBACK_FIELD.comment, 'Say in a sentence what it is.');
  if (comment.length > LONGEST_COMMENT) {
    return refuse(FEEDBACK_FIELD.comment, `Shorten it to ${LONGEST_COMMENT.toLocaleString('en')} characters at most.`);
  }
  const given = { team: teamOf(context), user: body.user.id, ...answer.data, verdict, comment: comment || null };
  try {
    await keep(given, deps);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    deps.log.error({ code: error.code, remedy: error.remedy }, 'a verdict could not be kept');
    return ack({
      response_action: 'errors',
      errors: { [FEEDBACK_FIELD.verdict]: 'That could not be kept just now: send it again in a minute.' },
    });
  }
  await ack({ response_action: 'update', view: feedbackThanksView() });
}

async function keep(feedback: NewFeedback, { store, clock, log }: ListenerDeps): Promise<void> {
  await store.feedback.give(feedback, clock());
  log.info({ verdict: feedback.verdict, intent: feedback.intent, events: feedback.events.length }, 'a verdict is kept');
}

function metadataOf(answer: z.infer<typeof answerSchema>): string {
  const events = [...answer.events];
  while (JSON.stringify({ ...answer, events }).length > METADATA) events.pop();
  return JSON.stringify({ ...answer, events });
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: FEEDBACK_ACTION }, (args) =>
    handleFeedback(args, deps),
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: FEEDBACK_VIEW }, (args) =>
    handleFeedbackForm(args, deps),
  );
}
