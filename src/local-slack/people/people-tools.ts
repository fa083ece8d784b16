import type { Acknowledgement, PayloadType } from '../delivery/delivery.ts';
import type { Events } from '../delivery/events.ts';
import type { Journal } from '../journal.ts';
import type { Json } from '../json.ts';
import type { InChannel, Invocation } from '../payloads/interactions.ts';
import type { ResponseUrls } from '../response-urls.ts';
import type { Message } from '../state/message.ts';
import type { SlackState } from '../state/slack-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { CannotDo } from './cannot-do.ts';

/** What all that people do in a workspace is done with. */
export interface PeopleTools {
  state: SlackState;
  workspace: Workspace;
  events: Events;
  responses: ResponseUrls;
  journal: Journal;
  baseUrl(): string;
  deliver(type: PayloadType, payload: Json): Promise<Acknowledgement>;
  uninstall(): Promise<void>;
}

/** What a person did, with what the app may do about it. */
export function invocation({ state, workspace }: PeopleTools, user: string): Invocation {
  if (!workspace.people.has(user)) throw new CannotDo(`There is nobody ${user} in ${workspace.name}`);
  if (!state.installation(workspace)) throw new CannotDo(`The app is not installed in ${workspace.name}`);
  return { user, triggerId: state.triggers.create(workspace.id, user), actionTs: workspace.nextTs() };
}

/** The same in a conversation, where the app may answer too. */
export function inChannel(tools: PeopleTools, user: string, channelId: string, original?: Message): InChannel {
  const { workspace } = tools;
  const channel = workspace.channels.get(channelId);
  if (!channel?.members.has(user)) throw new CannotDo(`${user} is not in ${channelId}`);
  return { ...invocation(tools, user), channel, responseUrl: responseUrl(tools, user, channelId, original) };
}

/** A fresh address at which the app can answer a person in a conversation. */
export function responseUrl(
  { workspace, responses, baseUrl }: PeopleTools,
  user: string,
  channel: string,
  original?: Message,
) {
  return `${baseUrl()}${responses.open({ workspace, channel, user, ...(original ? { original } : {}) })}`;
}
