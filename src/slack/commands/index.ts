import { ask } from './ask.ts';
import { corrections } from './corrections.ts';
import { helpOf } from './help.ts';
import { latest } from './latest.ts';
import { on } from './on.ts';
import { preview } from './preview.ts';
import { resume } from './resume.ts';
import { settings } from './settings.ts';
import { snooze } from './snooze.ts';
import type { SubCommand } from './sub-command.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { suggest } from './suggest.ts';
import { timeline } from './timeline.ts';
import { unsubscribe } from './unsubscribe.ts';

const WITHOUT_HELP = [
  ask,
  on,
  timeline,
  latest,
  corrections,
  subscribe,
  subscriptions,
  unsubscribe,
  snooze,
  resume,
  preview,
  settings,
  suggest,
];

/** The sub-commands of `/dateline`, by name; `ask` is what is done where none is named. */
export const SUB_COMMANDS: ReadonlyMap<string, SubCommand> = new Map(
  [...WITHOUT_HELP, helpOf(WITHOUT_HELP)].map((command) => [command.name, command]),
);

/** What was typed, as the sub-command that it names and the rest; nothing where it names none. */
export function readSubCommand(text: string): { command: SubCommand; rest: string } | undefined {
  const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(text) ?? [];
  const command = SUB_COMMANDS.get(name.toLowerCase());
  return command && { command, rest };
}
