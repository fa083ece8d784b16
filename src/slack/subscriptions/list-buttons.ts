import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  DatepickerAction,
  RespondFn,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { ListenerDeps } from '../deps.ts';
import { type PressArgs, type Pressed, pressedOf, respondPrivately } from '../pressed.ts';
import { saying } from '../reply.ts';
import { type Change, changeSubscription } from './change.ts';
import { endAll } from './end-all.ts';
import { END_ALL, LIST_ACTION, type ListAction, listMessage, PER_PAGE, ROW, TURN_LIST } from './list-view.ts';
import { listedFor } from './listed.ts';
import { laterBy, startOfDay } from './snooze-until.ts';
import { orSorry } from './sorry.ts';
import type { Subscriber } from './subscriber.ts';

export type ListArgs = Pick<
  AllMiddlewareArgs & SlackActionMiddlewareArgs<BlockAction<ButtonAction | DatepickerAction>>,
  'ack' | 'action' | 'body' | 'client' | 'context' | 'respond'
>;

/** Does what a button of the list says, and shows the list as it is then. */
export async function handleListAction(args: ListArgs, deps: ListenerDeps): Promise<void> {
  await args.ack();
  const pressed = pressedOf(args as PressArgs);
  if (!pressed) return;
  const notice = await doListAction(args, pressed, deps);
  const page = Math.floor((Number(args.action.action_id.split('_').at(-1)) - 1) / PER_PAGE);
  await showList(args.respond, { where: pressed, page, notice }, deps);
}

/**
 * Does what a button of a list says, wherever the list stands.
 * @returns words for the person who pressed
 */
export function doListAction(
  { action, client }: Pick<ListArgs, 'action' | 'client'>,
  subscriber: Subscriber,
  deps: ListenerDeps,
): Promise<string> {
  const id = action.block_id.startsWith(ROW) ? action.block_id.slice(ROW.length) : '';
  const change = changeOf(action, deps.clock());
  if (!change) return Promise.resolve('No day was chosen, so nothing was changed.');
  return orSorry(() => changeSubscription(client, { subscriber, id, change }, deps), deps);
}

function changeOf(action: ButtonAction | DatepickerAction, now: Date): Change | undefined {
  const [, does] = LIST_ACTION.exec(action.action_id.replace(/^home_/, '')) ?? [];
  switch (does as ListAction) {
    case 'end':
      return { do: 'end' };
    case 'resume':
      return { do: 'resume' };
    case 'unsnooze':
      return { do: 'snooze', until: null };
    case 'snooze_week':
      return { do: 'snooze', until: (zone) => laterBy({ days: 7 }, now, zone) };
    case 'snooze_until': {
      const day = 'selected_date' in action ? action.selected_date : null;
      return day ? { do: 'snooze', until: (zone) => startOfDay(day, zone) } : undefined;
    }
  }
}

/** Shows another page of the list. */
export async function handleTurnList(args: PressArgs, deps: ListenerDeps): Promise<void> {
  await args.ack();
  const pressed = pressedOf(args);
  if (pressed) await showList(args.respond, { where: pressed, page: Number(pressed.value) || 0 }, deps);
}

/** Ends all that were there when it was asked. */
export async function handleEndAll(args: PressArgs, deps: ListenerDeps): Promise<void> {
  await args.ack();
  const pressed = pressedOf(args);
  if (!pressed) return;
  const until = new Date(Number(pressed.value) || 0);
  const notice = await orSorry(() => endAll({ where: pressed, until }, deps), deps);
  await showList(args.respond, { where: pressed, notice }, deps);
}

async function showList(
  respond: RespondFn,
  { where, page, notice }: { where: Pressed; page?: number; notice?: string },
  deps: ListenerDeps,
): Promise<void> {
  const listed = await listedFor(where, deps.store);
  const shown = { where, listed, dateline: deps.dateline, now: deps.clock() };
  const message = listMessage(shown, { ...(page === undefined ? {} : { page }), notice });
  await respondPrivately(respond, saying(message), { inPlace: true });
}

export function register(app: App, deps: ListenerDeps): void {
  app.action<BlockAction<ButtonAction | DatepickerAction>>({ type: 'block_actions', action_id: LIST_ACTION }, (args) =>
    handleListAction(args, deps),
  );
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: TURN_LIST }, (args) =>
    handleTurnList(args, deps),
  );
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: END_ALL }, (args) =>
    handleEndAll(args, deps),
  );
}
