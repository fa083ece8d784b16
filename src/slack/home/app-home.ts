import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  SlackEventMiddlewareArgs,
  StaticSelectAction,
  webApi,
} from '@slack/bolt';
import type { UserKey } from '../../store/user-settings.ts';
import { answerQuestion } from '../answer-question.ts';
import type { ListenerDeps } from '../deps.ts';
import { postReply } from '../post-reply.ts';
import { settingsOf } from '../settings/settings-of.ts';
import { teamOf } from '../team-of.ts';
import { tooMany } from '../too-many.ts';
import { homeData } from './home-data.ts';
import { ALL_TIMELINES, ASK_FROM_HOME, CHOOSE_TIMELINE, homeView } from './home-view.ts';

type OpenedArgs = Pick<AllMiddlewareArgs & SlackEventMiddlewareArgs<'app_home_opened'>, 'event' | 'client' | 'context'>;
type HomeActionArgs<Action extends ButtonAction | StaticSelectAction> = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<Action>>,
  'ack' | 'action' | 'body' | 'client' | 'context'
>;

/** Draws the Home tab anew for whoever opens it. */
export async function handleHomeOpened({ event, client, context }: OpenedArgs, deps: ListenerDeps): Promise<void> {
  if (event.tab !== 'home') return;
  await publish(client, { team: teamOf(context), user: event.user }, deps);
}

/** Asks the question of a button on the Home tab, and answers in the person's direct message. */
export async function handleAskFromHome(
  { ack, action, body, client, context }: HomeActionArgs<ButtonAction>,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  const question = action.value ?? '';
  const person = { team: teamOf(context), user: body.user.id };
  const permission = deps.limits.take({ ...person, channel: person.user });
  if (!permission.allowed) {
    await publish(client, person, deps, tooMany(permission.waitMs).text);
    return;
  }
  await deps.claims.once(`home:${person.team}:${person.user}:${action.action_ts}`, async () => {
    const { timeline } = await settingsOf({ ...person, channel: person.user }, deps);
    await postReply(client, { channel: person.user }, question, answerQuestion(question, deps, { timeline }), deps.log);
    await publish(client, person, deps, `I answered “${question}” in the Messages tab.`);
  });
}

/** Keeps the timeline that a person chose for their own questions. */
export async function handleTimelineChosen(
  { ack, action, body, client, context }: HomeActionArgs<StaticSelectAction>,
  deps: ListenerDeps,
): Promise<void> {
  await ack();
  const { value } = action.selected_option;
  const timeline = value === ALL_TIMELINES ? null : value;
  const person = { team: teamOf(context), user: body.user.id };
  // A tab that was drawn before the last start may offer what is not loaded any more.
  if (timeline === null || deps.dateline.timelines.includes(timeline)) {
    await deps.store.userSettings.change(person, { timeline }, deps.clock());
  }
  await publish(client, person, deps);
}

/**
 * Draws a person's Home tab anew.
 * @param notice what has just been done for the person
 * @throws StoreError, and what Slack refuses
 */
export async function publish(
  client: webApi.WebClient,
  person: UserKey,
  deps: ListenerDeps,
  notice?: string,
): Promise<void> {
  const data = await homeData(deps, person);
  const view = homeView({ ...data, ...(notice === undefined ? {} : { notice }) });
  await client.views.publish({ user_id: person.user, view });
}

export function register(app: App, deps: ListenerDeps): void {
  app.event('app_home_opened', (args) => handleHomeOpened(args, deps));
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: ASK_FROM_HOME }, (args) =>
    handleAskFromHome(args, deps),
  );
  app.action<BlockAction<StaticSelectAction>>({ type: 'block_actions', action_id: CHOOSE_TIMELINE }, (args) =>
    handleTimelineChosen(args, deps),
  );
}
