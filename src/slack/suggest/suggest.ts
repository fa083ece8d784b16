import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  GlobalShortcut,
  SlackActionMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import type { NewProposal, Proposal } from '../../store/proposals.ts';
import { StoreError } from '../../store/store-error.ts';
import type { ListenerDeps } from '../deps.ts';
import { describeFailure } from '../failure.ts';
import { teamOf } from '../team-of.ts';
import { proposalMessage } from './proposal-message.ts';
import { readSuggestion } from './read-suggestion.ts';
import { SUGGEST_ACTION } from './suggest-button.ts';
import { FIELD, SUGGESTION_VIEW, suggestionView, thanksView } from './suggestion-view.ts';

export const SUGGEST_SHORTCUT = 'suggest';

type SubmitArgs = Pick<
  AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>,
  'ack' | 'body' | 'client' | 'context' | 'view'
>;

/**
 * Opens the form for a suggestion.
 * @param from `trigger`: what Slack gave with the command, the button or the shortcut, three seconds old at most; `events`:
 *   the ids of those at hand; `channel`: where, or the person's id where no conversation is meant
 * @throws webApi.WebAPICallError when Slack refuses the form or cannot be reached
 */
export async function openSuggestion(
  client: webApi.WebClient,
  from: { trigger: string; events: readonly string[]; channel: string },
  { dateline }: Pick<ListenerDeps, 'dateline'>,
): Promise<void> {
  const view = suggestionView(dateline.events(), from.events, from.channel);
  await client.views.open({ trigger_id: from.trigger, view });
}

/** Keeps a suggestion that is well filled in and puts it before the editors; says what is wrong with any other. */
export async function handleSuggestion(
  { ack, body, client, context, view }: SubmitArgs,
  deps: ListenerDeps,
): Promise<void> {
  const known = new Set(deps.dateline.events().map(({ id }) => id));
  const today = Temporal.PlainDate.from(deps.clock().toISOString().slice(0, 10));
  const read = readSuggestion(view.state.values, { today, knows: (event) => known.has(event) });
  if ('errors' in read) {
    deps.log.info({ fields: Object.keys(read.errors) }, 'a suggestion was not well filled in');
    await ack({ response_action: 'errors', errors: read.errors });
    return;
  }
  const team = teamOf(context);
  const suggested = { team, user: body.user.id, channel: channelOf(view.private_metadata), ...read.suggestion };
  try {
    const proposal = await keepOnce(`suggestion:${team}:${view.id}`, suggested, deps);
    await ack({ response_action: 'update', view: thanksView() });
    if (proposal) await putBeforeEditors(client, proposal, deps);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    deps.log.error({ code: error.code, remedy: error.remedy }, 'a suggestion could not be kept');
    const sorry = 'Your suggestion could not be kept just now. It is still here: send it again in a minute.';
    await ack({ response_action: 'errors', errors: { [FIELD.text]: sorry } });
  }
}

/** Keeps a suggestion; nothing where Slack brings one again that was kept. */
async function keepOnce(key: string, suggested: NewProposal, deps: ListenerDeps): Promise<Proposal | undefined> {
  let proposal: Proposal | undefined;
  await deps.claims.once(key, async () => {
    proposal = await deps.store.proposals.add(suggested, deps.clock());
  });
  if (proposal) deps.log.info({ proposal: proposal.id, kind: proposal.kind }, 'a suggestion is kept');
  return proposal;
}

/** The suggestion is kept already: where the editors cannot be reached, the log says why. */
async function putBeforeEditors(client: webApi.WebClient, proposal: Proposal, deps: ListenerDeps): Promise<void> {
  const { channel } = deps.editors;
  if (channel === undefined) return;
  const { team, id } = proposal;
  try {
    const message = proposalMessage(proposal, titleOf(proposal.event, deps));
    const posted = await client.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false });
    if (posted.ts) await deps.store.proposals.notePost({ team, id }, { channel, messageTs: posted.ts });
  } catch (error) {
    const failure = error instanceof StoreError ? { code: error.code, remedy: error.remedy } : describeFailure(error);
    deps.log.error({ proposal: id, ...failure }, 'a suggestion could not be put before the editors');
  }
}

/** The title of an event of the record. */
export function titleOf(event: string | null, { dateline }: Pick<ListenerDeps, 'dateline'>): string | undefined {
  return dateline.events().find(({ id }) => id === event)?.title;
}

function channelOf(metadata: string): string {
  try {
    const { channel } = JSON.parse(metadata) as { channel?: unknown };
    return typeof channel === 'string' ? channel : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: SUGGEST_ACTION },
    async ({ ack, action, body, client }: AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>) => {
      await ack();
      const events = action.value ? [action.value] : [];
      const channel = body.channel?.id ?? body.user.id;
      await openSuggestion(client, { trigger: body.trigger_id, events, channel }, deps);
    },
  );
  app.shortcut<GlobalShortcut>(
    { type: 'shortcut', callback_id: SUGGEST_SHORTCUT },
    async ({ ack, client, shortcut }: AllMiddlewareArgs & SlackShortcutMiddlewareArgs<GlobalShortcut>) => {
      await ack();
      await openSuggestion(client, { trigger: shortcut.trigger_id, events: [], channel: shortcut.user.id }, deps);
    },
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: SUGGESTION_VIEW }, (args) =>
    handleSuggestion(args, deps),
  );
}
