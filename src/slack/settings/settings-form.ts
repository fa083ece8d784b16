import type { AllMiddlewareArgs, App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';
import { teamOf } from '../team-of.ts';
import { mayAnswerWithoutMention } from './may-change.ts';
import { INPUTS, readSettings, SETTINGS_VIEW } from './settings-view.ts';

type SubmitArgs = Pick<
  AllMiddlewareArgs & SlackViewMiddlewareArgs<ViewSubmitAction>,
  'ack' | 'view' | 'body' | 'client' | 'context'
>;

/** Keeps the settings of a channel that somebody sent off. What they may not change is refused beside its input. */
export async function handleSettings(
  { ack, view, body, client, context }: SubmitArgs,
  deps: ListenerDeps,
): Promise<void> {
  const channel = { team: teamOf(context), channel: view.private_metadata };
  const change = readSettings(view.state.values, deps.dateline.timelines);
  const before = await deps.store.channelSettings.get(channel);
  const asks = change.answerWithoutMention !== undefined && change.answerWithoutMention !== before.answerWithoutMention;
  const may = asks ? await mayAnswerWithoutMention(client, body.user.id, deps) : true;
  if (may !== true) {
    deps.log.warn({ user: body.user.id, channel: channel.channel }, 'a change of settings was refused');
    await ack({ response_action: 'errors', errors: { [INPUTS.without_mention]: `${may.who} may change that.` } });
    return;
  }
  await deps.store.channelSettings.change(channel, change, { by: body.user.id, now: deps.clock() });
  await ack();
}

export function register(app: App, deps: ListenerDeps): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: SETTINGS_VIEW }, (args) =>
    handleSettings(args, deps),
  );
}
