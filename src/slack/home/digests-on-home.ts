import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  DatepickerAction,
  SlackActionMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';
import { HOME_LIST_ACTION, HOME_NEW_DIGEST } from '../subscriptions/home-section.ts';
import { doListAction } from '../subscriptions/list-buttons.ts';
import { handleNewDigest, type NewDigestArgs, openNewDigest } from '../subscriptions/new-digest.ts';
import { HOME_NEW_DIGEST_VIEW } from '../subscriptions/new-digest-view.ts';
import { teamOf } from '../team-of.ts';
import { publish } from './app-home.ts';

type HomeListArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction | DatepickerAction>>,
  'ack' | 'action' | 'body' | 'client' | 'context'
>;

/** Does what a button under one of the person's digests says, and draws the tab as it is then. */
export async function handleHomeListAction(args: HomeListArgs, deps: ListenerDeps): Promise<void> {
  const { ack, body, client, context } = args;
  await ack();
  const person = { team: teamOf(context), user: body.user.id };
  const notice = await doListAction(args, person, deps);
  await publish(client, person, deps, notice);
}

/** Sets up what the form says, and draws the tab from which it was opened anew. */
export async function handleHomeNewDigest(args: NewDigestArgs, deps: ListenerDeps): Promise<void> {
  const { body, client, context } = args;
  if (await handleNewDigest(args, deps)) await publish(client, { team: teamOf(context), user: body.user.id }, deps);
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction | DatepickerAction>>(
    { type: 'block_actions', action_id: HOME_LIST_ACTION },
    (args) => handleHomeListAction(args, deps),
  );
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: HOME_NEW_DIGEST },
    async ({ ack, body, client }: AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>) => {
      await ack();
      const from = { trigger: body.trigger_id, user: body.user.id, callbackId: HOME_NEW_DIGEST_VIEW } as const;
      await openNewDigest(client, from, deps);
    },
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: HOME_NEW_DIGEST_VIEW }, (args) =>
    handleHomeNewDigest(args, deps),
  );
}
