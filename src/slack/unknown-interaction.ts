import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Log } from '../log.ts';
import { plain, section } from '../render/parts.ts';
import { wasAcknowledged } from './event-app.ts';

type AnyArgs = AnyMiddlewareArgs & AllMiddlewareArgs;

/** What is read of any interaction: docs.slack.dev/reference/interaction-payloads. */
interface Interaction {
  type?: string;
  callback_id?: string;
  command?: string;
  trigger_id?: string;
  response_url?: string;
  actions?: readonly { action_id?: string }[];
  view?: { type?: string; callback_id?: string };
}

const GONE =
  'That is of an earlier or another version of Dateline, and I do not know it. Ask again, or open my Home tab, to get what works now.';

/**
 * Runs after all listeners. A button, form, shortcut or command that none of them took is acknowledged, so that Slack shows
 * no failure, and answered privately; the log tells its id.
 */
export async function answerUnknown(args: AnyArgs, log: Log): Promise<void> {
  await args.next();
  if (wasAcknowledged(args.context)) return;
  const body = args.body as Interaction;
  log.warn({ interaction: body.type ?? 'command', id: idOf(body) }, 'nothing here takes what somebody pressed or sent');
  const ack = (args as unknown as { ack(answer?: unknown): Promise<void> }).ack;
  if (body.type === 'view_submission') return ack({ response_action: 'update', view: goneView() });
  if (body.command !== undefined) return ack({ response_type: 'ephemeral', text: GONE });
  await ack();
  if (body.type === 'view_closed') return;
  if (body.response_url !== undefined && 'respond' in args) {
    await args.respond({ response_type: 'ephemeral', replace_original: false, text: GONE });
  } else if (body.trigger_id !== undefined) {
    const opened = { trigger_id: body.trigger_id, view: goneView() };
    // On top of a form, so that what was filled in is not lost.
    await (body.view?.type === 'modal' ? args.client.views.push(opened) : args.client.views.open(opened));
  }
}

/** The id as a field of a log: whoever forges one cannot put words or a token there. */
function idOf({ actions, view, callback_id, command }: Interaction): string {
  const id = actions?.[0]?.action_id ?? view?.callback_id ?? callback_id ?? command ?? '';
  return id.replace(/[^\w./-]/g, '?').slice(0, 60);
}

function goneView(): ModalView {
  return { type: 'modal', title: plain('Not known', 24), close: plain('Close', 24), blocks: [section(GONE)] };
}
