import { type Placed, placed } from '../blocks/elements.ts';
import type { Acknowledgement } from '../delivery/delivery.ts';
import type { Json } from '../json.ts';
import {
  globalShortcutPayload,
  messageActionPayload,
  messageShortcutPayload,
  viewActionPayload,
} from '../payloads/interactions.ts';
import { type InputState, inputState, SLOTS } from '../state/input-state.ts';
import type { Message } from '../state/message.ts';
import type { OpenView } from '../state/view.ts';
import { CannotDo } from './cannot-do.ts';
import { type Choice, chosen, optionOf } from './choices.ts';
import { inChannel, invocation, type PeopleTools } from './people-tools.ts';

/** What somebody looks at when they press or choose: a message, the open modal, or the Home tab. */
export type Place = Message | 'modal' | 'home';

/** Somebody presses a button. For feedback buttons, `feedback` tells which of the two. */
export async function press(
  tools: PeopleTools,
  user: string,
  place: Place,
  actionId: string,
  feedback: 'positive' | 'negative' = 'positive',
): Promise<Acknowledgement> {
  const found = elementIn(tools, user, place, actionId);
  const { element } = found;
  if (SLOTS[String(element.type)] || element.type === 'overflow') throw new CannotDo(`${actionId} is no button`);
  const { type, text, value, url, icon } = element;
  const half = type === 'feedback_buttons' ? (element[`${feedback}_button`] as Json) : { text, value, url, icon };
  return act(
    tools,
    user,
    place,
    found,
    defined({ text: half.text, value: half.value, url: half.url, icon: half.icon }),
  );
}

/** Somebody chooses in a menu, or puts something into another element that acts at once. */
export async function choose(
  tools: PeopleTools,
  user: string,
  place: Place,
  actionId: string,
  choice: Choice,
): Promise<Acknowledgement | undefined> {
  const found = elementIn(tools, user, place, actionId);
  const { element, block } = found;
  if (element.type === 'overflow') {
    return act(tools, user, place, found, { selected_option: optionOf(element, String(choice)) });
  }
  if (!SLOTS[String(element.type)]) throw new CannotDo(`${actionId} offers nothing to choose`);
  const value = chosen(element, choice);
  const values = valuesOf(tools, user, place);
  values[String(block.block_id)] = { ...values[String(block.block_id)], [actionId]: value };
  tools.workspace.changed(typeof place === 'string' ? place : 'message', { user });
  // In an input block nothing is told until the form is sent off, unless the block asks for it.
  if (block.type === 'input' && block.dispatch_action !== true) return undefined;
  const { type: _type, ...content } = value;
  return act(tools, user, place, found, content);
}

export async function messageShortcut(tools: PeopleTools, user: string, message: Message, callbackId: string) {
  offered(tools, 'message', callbackId);
  const invoked = inChannel(tools, user, message.channel, message);
  if (message.ephemeralTo !== undefined) throw new CannotDo('A message that only one person sees has no shortcuts');
  return tools.deliver('interactive', messageShortcutPayload(tools, callbackId, message, invoked));
}

export async function globalShortcut(tools: PeopleTools, user: string, callbackId: string) {
  offered(tools, 'global', callbackId);
  return tools.deliver('interactive', globalShortcutPayload(tools, callbackId, invocation(tools, user)));
}

function act(tools: PeopleTools, user: string, place: Place, { block, element }: Placed, content: Json) {
  const { type, action_id } = element;
  const common = { type, action_id, block_id: block.block_id };
  if (typeof place === 'string') {
    const { view } = viewAt(tools, user, place);
    const invoked = invocation(tools, user);
    const action = { ...common, ...content, action_ts: invoked.actionTs };
    return tools.deliver('interactive', viewActionPayload(tools, view, action, invoked));
  }
  const message = seen(tools, user, place);
  const invoked = inChannel(tools, user, message.channel, message);
  const action = { ...common, ...content, action_ts: invoked.actionTs };
  return tools.deliver(
    'interactive',
    messageActionPayload(tools, message, action, valuesOf(tools, user, place), invoked),
  );
}

function elementIn(tools: PeopleTools, user: string, place: Place, actionId: string): Placed {
  const blocks =
    typeof place === 'string' ? viewAt(tools, user, place).view.blocks : (seen(tools, user, place).blocks ?? []);
  const found = placed(blocks).find(({ element }) => element.action_id === actionId);
  if (!found) throw new CannotDo(`${user} sees no ${actionId} there`);
  return found;
}

/** A message as it stands now, if the person sees it. */
function seen({ workspace }: PeopleTools, user: string, message: Message): Message {
  const found = workspace.visibleTo(user, message.channel).find(({ ts }) => ts === message.ts);
  if (!found) throw new CannotDo(`${user} does not see that message`);
  return found;
}

export function viewAt({ state, workspace }: PeopleTools, user: string, place: 'modal' | 'home'): OpenView {
  const open = state.views(workspace)[place](user);
  if (!open) throw new CannotDo(`${user} has no ${place} open`);
  return open;
}

/** What all elements there hold for the person; what is written into it stays. */
function valuesOf(tools: PeopleTools, user: string, place: Place): InputState {
  if (typeof place === 'string') return viewAt(tools, user, place).view.state.values;
  const { chosenInMessages } = tools.state;
  const key = `${user} ${place.channel} ${place.ts}`;
  const values = inputState(seen(tools, user, place).blocks ?? [], chosenInMessages.get(key));
  chosenInMessages.set(key, values);
  return values;
}

function offered({ state }: PeopleTools, type: 'message' | 'global', callbackId: string): void {
  const found = state.app.shortcuts.some((shortcut) => shortcut.type === type && shortcut.callbackId === callbackId);
  if (!found) throw new CannotDo(`The app has no ${type} shortcut ${callbackId}`);
}

function defined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
