import { copy } from '../json.ts';
import type { SuggestedPrompts } from '../state/assistant-threads.ts';
import type { Message } from '../state/message.ts';
import type { View } from '../state/view.ts';
import type { PeopleTools } from './people-tools.ts';

/** A conversation as somebody sees it. */
export interface ScreenChannel {
  id: string;
  name: string;
  kind: 'channel' | 'group' | 'im' | 'mpim';
  archived: boolean;
  members: string[];
  /** Oldest first, with what only this person sees. */
  messages: Message[];
  /** What the bot says that it is at, by the `ts` of the thread. */
  statuses: Record<string, string>;
  prompts?: SuggestedPrompts;
}

/** All that a person sees of a workspace. */
export interface Screen {
  user: string;
  channels: ScreenChannel[];
  home?: View;
  /** Open modals, the one in front last, each with what is wrong in it by `block_id`. */
  modals: { view: View; errors: Record<string, string> }[];
  /** Whether the app is installed. */
  installed: boolean;
}

export function screenOf({ state, workspace }: PeopleTools, user: string): Screen {
  const views = state.views(workspace);
  const home = views.home(user)?.view;
  const mine = [...workspace.channels.values()].filter(({ members }) => members.has(user));
  const channels = mine.map(({ id, name, kind, archived, members }): ScreenChannel => {
    const prompts = workspace.assistant.prompts(id);
    return {
      id,
      name,
      kind,
      archived,
      members: [...members],
      messages: workspace.visibleTo(user, id),
      statuses: workspace.assistant.statuses(id),
      ...(prompts ? { prompts } : {}),
    };
  });
  return copy({
    user,
    channels,
    ...(home ? { home } : {}),
    modals: views.modals(user).map(({ view, errors }) => ({ view, errors })),
    installed: state.installation(workspace) !== undefined,
  });
}
