import type {
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Json } from '../json.ts';
import type { Channel } from '../state/channel.ts';
import type { InputState } from '../state/input-state.ts';
import type { Message } from '../state/message.ts';
import type { View } from '../state/view.ts';
import { shownMessage } from './shown-message.ts';
import { teamFields, userFields, VERIFICATION_TOKEN, type Where } from './where.ts';

/** What a person did, and what the app may do about it: docs.slack.dev/reference/interaction-payloads. */
export interface Invocation {
  user: string;
  triggerId: string;
  /** When, as a `ts`. */
  actionTs: string;
}

export interface InChannel extends Invocation {
  channel: Channel;
  responseUrl: string;
}

export function commandPayload(
  where: Where,
  command: string,
  text: string,
  { user, channel, responseUrl, triggerId }: InChannel,
) {
  const { workspace, state } = where;
  const { is_enterprise_install, enterprise } = teamFields(where);
  return {
    token: VERIFICATION_TOKEN,
    team_id: workspace.id,
    team_domain: workspace.domain,
    ...(enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {}),
    channel_id: channel.id,
    channel_name: channel.kind === 'group' ? 'privategroup' : channel.name,
    user_id: user,
    user_name: userFields(where, user).name,
    command,
    text,
    api_app_id: state.app.appId,
    is_enterprise_install: String(is_enterprise_install),
    response_url: responseUrl,
    trigger_id: triggerId,
  } satisfies SlashCommand;
}

/** Somebody used an element of a message. */
export function messageActionPayload(
  where: Where,
  message: Message,
  action: Json,
  values: InputState,
  invocation: InChannel,
) {
  const { user, channel, responseUrl, triggerId } = invocation;
  const ephemeral = message.ephemeralTo !== undefined;
  const container = { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral };
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  return {
    type: 'block_actions',
    user: userFields(where, user),
    api_app_id: where.state.app.appId,
    token: VERIFICATION_TOKEN,
    container: { ...container, ...thread },
    trigger_id: triggerId,
    ...teamFields(where),
    channel: { id: channel.id, name: channel.name },
    // Slack leaves the content of an ephemeral message out.
    ...(ephemeral ? {} : { message: { ...shownMessage(where, message), type: 'message', ts: message.ts } }),
    state: { values },
    response_url: responseUrl,
    actions: [action as unknown as BlockAction['actions'][number]],
  } satisfies BlockAction;
}

/** Somebody used an element of a modal or of the Home tab. There is no `response_url`: there is no conversation. */
export function viewActionPayload(where: Where, view: View, action: Json, { user, triggerId }: Invocation) {
  return {
    type: 'block_actions',
    user: userFields(where, user),
    api_app_id: where.state.app.appId,
    token: VERIFICATION_TOKEN,
    container: { type: 'view', view_id: view.id },
    trigger_id: triggerId,
    ...teamFields(where),
    view: shownView(view),
    actions: [action as unknown as BlockAction['actions'][number]],
  } satisfies Omit<BlockAction, 'response_url'>;
}

export function messageShortcutPayload(where: Where, callbackId: string, message: Message, invocation: InChannel) {
  const { user, channel, responseUrl, triggerId, actionTs } = invocation;
  return {
    type: 'message_action',
    token: VERIFICATION_TOKEN,
    action_ts: actionTs,
    ...teamFields(where),
    user: userFields(where, user),
    channel: { id: channel.id, name: channel.name },
    callback_id: callbackId,
    trigger_id: triggerId,
    message_ts: message.ts,
    message: { ...shownMessage(where, message), type: 'message', ts: message.ts },
    response_url: responseUrl,
  } satisfies MessageShortcut;
}

export function globalShortcutPayload(where: Where, callbackId: string, { user, triggerId, actionTs }: Invocation) {
  return {
    type: 'shortcut',
    token: VERIFICATION_TOKEN,
    action_ts: actionTs,
    ...teamFields(where),
    user: userFields(where, user),
    callback_id: callbackId,
    trigger_id: triggerId,
  } satisfies GlobalShortcut;
}

export function viewSubmissionPayload(
  where: Where,
  view: View,
  responseUrls: NonNullable<ViewSubmitAction['response_urls']>,
  { user, triggerId }: Invocation,
) {
  return {
    type: 'view_submission',
    ...teamFields(where),
    user: userFields(where, user),
    api_app_id: where.state.app.appId,
    token: VERIFICATION_TOKEN,
    trigger_id: triggerId,
    view: shownView(view),
    response_urls: responseUrls,
  } satisfies ViewSubmitAction;
}

export function viewClosedPayload(where: Where, view: View, cleared: boolean, user: string) {
  return {
    type: 'view_closed',
    ...teamFields(where),
    user: userFields(where, user),
    api_app_id: where.state.app.appId,
    token: VERIFICATION_TOKEN,
    view: shownView(view),
    is_cleared: cleared,
  } satisfies ViewClosedAction;
}

function shownView(view: View) {
  return { ...view, blocks: view.blocks as unknown as ViewSubmitAction['view']['blocks'] } as ViewSubmitAction['view'];
}
