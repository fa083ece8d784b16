import type { ViewSubmitAction } from '@slack/bolt';
import { placed } from '../blocks/elements.ts';
import type { Acknowledgement } from '../delivery/delivery.ts';
import { isObject, type Json } from '../json.ts';
import { viewClosedPayload, viewSubmissionPayload } from '../payloads/interactions.ts';
import { Refusal } from '../refusal.ts';
import type { OpenView } from '../state/view.ts';
import { viewAt } from './acting.ts';
import { CannotDo } from './cannot-do.ts';
import { type Choice, chosen, clientErrors } from './choices.ts';
import { invocation, type PeopleTools, responseUrl } from './people-tools.ts';

/** Modals that people fill in, send off and close: docs.slack.dev/surfaces/modals. */

/**
 * Fills the open modal in, by `action_id`, and sends it off. What the client finds wrong with it stays on the screen and
 * is not sent.
 * @throws CannotDo where nothing can be sent off as it is
 */
export async function submit(
  tools: PeopleTools,
  user: string,
  answers: Readonly<Record<string, Choice>>,
): Promise<Acknowledgement> {
  const open = viewAt(tools, user, 'modal');
  if (!open.view.submit) throw new CannotDo('That modal cannot be sent off');
  fill(open, answers);
  const wrong = clientErrors(open.view.blocks, open.view.state.values);
  if (Object.keys(wrong).length > 0) {
    tools.state.views(tools.workspace).showErrors(open, wrong);
    throw new CannotDo(`The form is not complete: ${JSON.stringify(wrong)}`);
  }
  const invoked = invocation(tools, user);
  const payload = viewSubmissionPayload(tools, open.view, responseUrls(tools, user, open), invoked);
  const acknowledgement = await tools.deliver('interactive', payload);
  // Without an acknowledgement the modal stays, with a sentence that something went wrong.
  if (acknowledgement.status >= 200 && acknowledgement.status < 300) answer(tools, open, acknowledgement.body);
  return acknowledgement;
}

/** Closes the open modal, or all of them with `all`. The app hears of it where its view asks for that. */
export async function closeModal(tools: PeopleTools, user: string, all: boolean): Promise<void> {
  const open = viewAt(tools, user, 'modal');
  const clears = all || open.view.clear_on_close;
  const closed = tools.state.views(tools.workspace).close(user, clears);
  for (const { view } of closed.filter((each) => each.view.notify_on_close)) {
    await tools.deliver('interactive', viewClosedPayload(tools, view, clears, user));
  }
}

function fill(open: OpenView, answers: Readonly<Record<string, Choice>>): void {
  for (const [actionId, choice] of Object.entries(answers)) {
    const found = placed(open.view.blocks).find(({ element }) => element.action_id === actionId);
    if (!found) throw new CannotDo(`The modal has no ${actionId}`);
    const blockId = String(found.block.block_id);
    const { values } = open.view.state;
    values[blockId] = { ...values[blockId], [actionId]: chosen(found.element, choice) };
  }
}

/** Does what the app's acknowledgement of a submission says: nothing closes the modal. */
function answer({ state, workspace, journal }: PeopleTools, open: OpenView, body: unknown): void {
  const views = state.views(workspace);
  const said: Json = isObject(body) ? body : {};
  try {
    if (said.response_action === 'errors') views.showErrors(open, checkedErrors(open, said.errors));
    else if (said.response_action === 'update') views.update(open, said.view);
    else if (said.response_action === 'push') views.push(open.user, said.view);
    else if (said.response_action === 'clear') views.close(open.user, true);
    else if (said.response_action === undefined) views.close(open.user);
    else throw Refusal.badArguments(`unsupported response_action: ${String(said.response_action)}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    journal.add({ kind: 'refused', what: 'view_submission', error: error.code, messages: error.messages });
  }
}

function checkedErrors({ view }: OpenView, errors: unknown): Record<string, string> {
  if (!isObject(errors) || Object.keys(errors).length === 0)
    throw Refusal.badArguments('missing required field: errors');
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => String(block_id));
  for (const [blockId, error] of Object.entries(errors)) {
    if (!inputs.includes(blockId)) throw Refusal.badArguments(`no input block has the block_id ${blockId}`);
    if (typeof error !== 'string' || error === '')
      throw Refusal.badArguments(`must be a string [json-pointer:/errors/${blockId}]`);
  }
  return errors as Record<string, string>;
}

/** An address to answer at for each menu of conversations that asks for one. */
function responseUrls(
  tools: PeopleTools,
  user: string,
  { view }: OpenView,
): NonNullable<ViewSubmitAction['response_urls']> {
  return placed(view.blocks).flatMap(({ block, element }) => {
    if (element.response_url_enabled !== true) return [];
    const [block_id, action_id] = [String(block.block_id), String(element.action_id)];
    const value = view.state.values[block_id]?.[action_id];
    const channel = value?.selected_conversation ?? value?.selected_channel;
    if (typeof channel !== 'string') return [];
    return [{ block_id, action_id, channel_id: channel, response_url: responseUrl(tools, user, channel) }];
  });
}
