import type { AllMiddlewareArgs, App, BlockAction, ButtonAction, SlackActionMiddlewareArgs, webApi } from '@slack/bolt';
import type { EditorsSettings } from '../../config.ts';
import { renderNotice } from '../../render/slack-message.ts';
import type { Proposal } from '../../store/proposals.ts';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';
import { teamOf } from '../team-of.ts';
import { ACCEPT_ACTION, DECLINE_ACTION, outcome, PATCH_ACTION, proposalMessage } from './proposal-message.ts';
import { proposalPatch } from './proposal-patch.ts';
import { sendPatch } from './send-patch.ts';
import { titleOf } from './suggest.ts';

type DecideArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>,
  'ack' | 'action' | 'body' | 'client' | 'context' | 'respond'
>;

/** Whether somebody may decide on suggestions: who is named as an editor, or else whoever is in the editors' channel. */
export function mayDecide(
  editors: EditorsSettings,
  { user, channel }: { user: string; channel?: string | undefined },
): boolean {
  if (editors.people.length > 0) return editors.people.includes(user);
  return channel !== undefined && channel === editors.channel;
}

/** Accepts or declines a suggestion. Of two editors who press at once, one does, and the other is told who was faster. */
export async function handleDecision(
  { ack, action, body, client, context, respond }: DecideArgs,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  if (!(await isAllowed({ body, respond }, deps))) return;
  const key = { team: teamOf(context), id: action.value ?? '' };
  const state = action.action_id === ACCEPT_ACTION ? 'accepted' : 'declined';
  const decision = await deps.store.proposals.decide(key, { state, by: body.user.id, now: deps.clock() });
  if (decision.outcome === 'not-found') {
    await respond(privately('That suggestion is not kept any more, so there is nothing to decide.'));
    return;
  }
  const { proposal } = decision;
  await respond({ replace_original: true, ...proposalMessage(proposal, titleOf(proposal.event, deps)) });
  if (decision.outcome === 'already-decided') {
    await respond(privately(`Another editor was faster. ${outcome(proposal)}`));
    return;
  }
  deps.log.info({ proposal: proposal.id, state }, 'a suggestion was decided');
  await tellSuggester(client, proposal, deps);
  if (state === 'accepted') await sendYaml({ body, client }, proposal, deps);
}

/** Sends the YAML of an accepted suggestion once more. */
export async function handlePatch(
  { ack, action, body, client, context, respond }: DecideArgs,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  if (!(await isAllowed({ body, respond }, deps))) return;
  const proposal = await deps.store.proposals.find({ team: teamOf(context), id: action.value ?? '' });
  if (proposal?.state === 'accepted') await sendYaml({ body, client }, proposal, deps);
  else await respond(privately('That suggestion is not kept any more.'));
}

async function isAllowed(
  { body, respond }: Pick<DecideArgs, 'body' | 'respond'>,
  deps: ListenerDeps,
): Promise<boolean> {
  const person = { user: body.user.id, channel: body.channel?.id };
  if (mayDecide(deps.editors, person)) return true;
  deps.log.warn(person, 'somebody who is no editor pressed a button of the editors');
  await respond(
    privately(
      'Only editors may decide on suggestions, and you are not among them: ask whoever runs Dateline to add you.',
    ),
  );
  return false;
}

/** @param text mrkdwn */
function privately(text: string) {
  return { response_type: 'ephemeral' as const, replace_original: false, text };
}

async function tellSuggester(client: webApi.WebClient, proposal: Proposal, deps: ListenerDeps): Promise<void> {
  const title = titleOf(proposal.event, deps);
  const about = proposal.kind === 'event' ? 'a missing event' : title === undefined ? 'a correction' : `“${title}”`;
  const verb = proposal.state === 'accepted' ? 'accepted' : 'declined';
  const next = proposal.state === 'accepted' ? ' It becomes part of the record when they have edited it in.' : '';
  try {
    const notice = renderNotice(`The editors ${verb} your suggestion on ${about}. Thank you for it.${next}`);
    await client.chat.postMessage({ channel: proposal.user, ...notice });
  } catch (error) {
    deps.log.warn({ proposal: proposal.id, ...describeFailure(error) }, 'a person could not be told of a decision');
  }
}

async function sendYaml(
  { body, client }: Pick<DecideArgs, 'body' | 'client'>,
  proposal: Proposal,
  deps: ListenerDeps,
): Promise<void> {
  const event = deps.dateline.events().find(({ id }) => id === proposal.event);
  const pressed = { channel: body.channel?.id ?? '', messageTs: String(body.container.message_ts) };
  await sendPatch(client, proposal.posted ?? pressed, proposalPatch(proposal, event), deps);
}

export function register(app: App, deps: ListenerDeps): void {
  for (const action_id of [ACCEPT_ACTION, DECLINE_ACTION]) {
    app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id }, (args) => handleDecision(args, deps));
  }
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: PATCH_ACTION }, (args) =>
    handlePatch(args, deps),
  );
}
