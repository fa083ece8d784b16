import type { App } from '@slack/bolt';
import type { ListenerDeps } from './deps.ts';
import { registerListeners } from './listeners.ts';

/** What the listeners listen to, by the names that a manifest has for it. */
export interface ListenedTo {
  events: string[];
  commands: string[];
  /** Callback ids. */
  shortcuts: string[];
  /** Buttons, menus and views, of which a manifest only says that there are some. */
  interactions: number;
}

/** Registers every listener with something that only takes notes. */
export function listenedTo(): ListenedTo {
  const noted: ListenedTo = { events: [], commands: [], shortcuts: [], interactions: 0 };
  const interaction = () => {
    noted.interactions += 1;
  };
  const notes: Partial<Record<keyof App, (what: unknown) => void>> = {
    event: (name) => noted.events.push(String(name)),
    message: () => noted.events.push('message'),
    command: (name) => noted.commands.push(String(name)),
    shortcut: (what) => {
      noted.shortcuts.push(typeof what === 'string' ? what : String((what as { callback_id?: unknown }).callback_id));
      interaction();
    },
    action: interaction,
    view: interaction,
    options: interaction,
  };
  registerListeners(notes as unknown as App, {} as ListenerDeps);
  return noted;
}
