import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
  webApi,
} from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';
import { teamOf } from '../team-of.ts';
import { askerZone } from './asker-zone.ts';
import { confirmation } from './confirmation.ts';
import { NEW_DIGEST } from './list-view.ts';
import { DIGEST_INPUT, NEW_DIGEST_VIEW, type NewDigest, newDigestView, setUpView } from './new-digest-view.ts';
import { readNewDigest } from './read-new-digest.ts';
import { orSorry } from './sorry.ts';
import { type Subscribed, subscribe } from './subscribe.ts';
import { isDirect } from './subscriber.ts';

export type NewDigestArgs = Pick<
  AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>,
  'ack' | 'body' | 'client' | 'context' | 'view'
>;

/**
 * Opens the form for a new digest.
 * @param from.trigger what Slack gave with the press, three seconds old at most
 * @param from.channel where it was pressed; absent on the Home tab
 * @throws webApi.WebAPIPlatformError and the like where Slack refuses the form or cannot be reached
 */
export async function openNewDigest(
  client: webApi.WebClient,
  from: { trigger: string; user: string; channel?: string | undefined; callbackId: NewDigest['callbackId'] },
  deps: ListenerDeps,
): Promise<void> {
  const { trigger, user, channel, callbackId } = from;
  const zone = await askerZone(client, user, deps);
  const { channel: editorsChannel, people } = deps.editors;
  const forEditors = editorsChannel !== undefined && (people.length === 0 || people.includes(user));
  const chosen = channel === undefined || isDirect(channel) ? undefined : channel;
  const view = newDigestView({ callbackId, channel: chosen, zone, forEditors });
  await client.views.open({ trigger_id: trigger, view });
}

/**
 * Sets up what the form says, as the command does. What is wrong is said beside the inputs.
 * @returns whether it is set up
 */
export async function handleNewDigest(
  { ack, body, client, context, view }: NewDigestArgs,
  deps: ListenerDeps,
): Promise<boolean> {
  const refuse = async (errors: Record<string, string>) => {
    deps.log.info({ fields: Object.keys(errors) }, 'a new digest was not well filled in, or may not be');
    await ack({ response_action: 'errors', errors });
    return false;
  };
  const read = readNewDigest(view.state.values, deps.dateline);
  if ('errors' in read) return refuse(read.errors);
  const user = body.user.id;
  const subscriber = { team: teamOf(context), user, channel: read.channel };
  const done = await orSorry<Subscribed>(
    () => subscribe(client, subscriber, read.order, deps),
    deps,
    (words) => ({ outcome: 'refused', about: 'channel', words }),
  );
  if (done.outcome === 'refused') return refuse({ [DIGEST_INPUT[done.about]]: done.words });
  const zone = await askerZone(client, user, deps);
  const confirmed = confirmation(done, { dateline: deps.dateline, now: deps.clock(), zone });
  await ack({ response_action: 'update', view: setUpView(confirmed) });
  return true;
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction>>(
    { type: 'block_actions', action_id: NEW_DIGEST },
    async ({ ack, body, client }: AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction>>) => {
      await ack();
      const from = { trigger: body.trigger_id, user: body.user.id, channel: body.channel?.id };
      await openNewDigest(client, { ...from, callbackId: NEW_DIGEST_VIEW }, deps);
    },
  );
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: NEW_DIGEST_VIEW }, async (args) => {
    await handleNewDigest(args, deps);
  });
}
