import type { AppManifest } from '../../local-slack/app-settings.ts';
import type { LocalSlack } from '../../local-slack/local-slack.ts';
import { FIRST_CHANNEL, NEWCOMER } from './newsroom.ts';
import type { Greeting } from './protocol.ts';

/** What a command says of itself in the manifest. */
interface DescribedCommand {
  command: string;
  description?: string;
  usage_hint?: string;
}

/** What the page needs to know of the workspace and the app in it. */
export function greetingOf(
  { workspace, app }: LocalSlack,
  manifest: AppManifest,
  examples: readonly string[],
): Greeting {
  const commands: readonly DescribedCommand[] = manifest.features?.slash_commands ?? [];
  return {
    workspace: workspace.name,
    people: [...workspace.people.values()].map(({ id, name, realName }) => ({ id, name, realName: realName ?? name })),
    newcomer: NEWCOMER,
    firstChannel: FIRST_CHANNEL,
    bot: { userId: workspace.bot.userId, name: app.name },
    commands: commands.map(({ command, description = '', usage_hint: hint = '' }) => ({ command, description, hint })),
    shortcuts: app.shortcuts.map(({ type, callbackId, name = callbackId }) => ({ type, callbackId, name })),
    homeTab: app.homeTab,
    examples,
    channels: [...workspace.channels.values()]
      .filter(({ kind }) => kind === 'channel')
      .map(({ id, name }) => ({ id, name })),
  };
}
