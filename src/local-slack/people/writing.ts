import type { Acknowledgement } from '../delivery/delivery.ts';
import { isObject } from '../json.ts';
import { commandPayload } from '../payloads/interactions.ts';
import { Refusal } from '../refusal.ts';
import type { Message } from '../state/message.ts';
import { CannotDo } from './cannot-do.ts';
import { inChannel, type PeopleTools } from './people-tools.ts';
import { richTextOf } from './rich-text-of.ts';

/** Messages and commands that people write. */

/** @throws Refusal where the person is not in the conversation, or it is archived */
export function write(
  { state, workspace }: PeopleTools,
  user: string,
  channelId: string,
  text: string,
  threadTs?: string,
): Message {
  const channel = workspace.channelFor(channelId, user);
  if (threadTs !== undefined && !workspace.find(channel.id, threadTs)) throw new Refusal('thread_not_found');
  if (channel.kind === 'im' && !state.app.messagesTab) throw new CannotDo('The app has no messages tab');
  if (text.trim() === '') throw new CannotDo('An empty message cannot be sent');
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const blocks = [{ ...richTextOf(text), block_id: state.ids.next('auto-block-') }];
  return workspace.add({ channel: channel.id, user, text, blocks, ...thread });
}

export async function edit({ state, workspace, events }: PeopleTools, user: string, message: Message, text: string) {
  own(message, user);
  const previous = { ...message };
  const blocks = [{ ...richTextOf(text), block_id: state.ids.next('auto-block-') }];
  workspace.change(message, { text, blocks, edited: { user, ts: workspace.nextTs() } });
  await events.changed(workspace, message, previous);
}

export async function remove({ workspace, events }: PeopleTools, user: string, message: Message) {
  own(message, user);
  workspace.remove(message);
  await events.deleted(workspace, message);
}

/** Types a command. What the app says in its acknowledgement is shown, as an answer to the response address is. */
export async function command(
  tools: PeopleTools,
  user: string,
  channelId: string,
  name: string,
  text: string,
): Promise<Acknowledgement> {
  const { state, workspace, responses, journal } = tools;
  if (!state.app.commands.includes(name)) throw new CannotDo(`${name} is not a valid command`);
  const invoked = inChannel(tools, user, channelId);
  const payload = commandPayload({ state, workspace }, name, text, invoked);
  const acknowledgement = await tools.deliver('slash_commands', payload);
  const { body } = acknowledgement;
  if (isNothing(body)) return acknowledgement;
  try {
    responses.say({ workspace, channel: channelId, user }, isObject(body) ? body : { text: String(body) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    journal.add({ kind: 'refused', what: name, error: error.code, messages: error.messages });
  }
  return acknowledgement;
}

/** Over Socket Mode an empty acknowledgement is an empty object. */
function isNothing(body: unknown): boolean {
  return body === undefined || body === '' || (isObject(body) && Object.keys(body).length === 0);
}

function own(message: Message, user: string): void {
  if (message.user !== user) throw new CannotDo(`${user} did not write that message`);
}
