import { renderNotice } from '../../render/slack-message.ts';
import { saying } from '../reply.ts';
import { mayAnswerWithoutMention } from '../settings/may-change.ts';
import { settingsView } from '../settings/settings-view.ts';
import type { SubCommand } from './sub-command.ts';

/** Opens the form for the settings of the channel. Slack takes a command in a channel from its members alone. */
export const settings: SubCommand = {
  name: 'settings',
  usage: 'settings',
  does: 'shows how I answer in this channel, and lets you change it',
  run: async ({ team, channel, user, rest, command, client }, deps) => {
    if (rest !== '') return undefined;
    if (channel.startsWith('D')) {
      return saying(
        renderNotice('There is nothing to set in a direct message: type this in the channel that you mean.'),
      );
    }
    const [now, may] = await Promise.all([
      deps.store.channelSettings.get({ team, channel }),
      mayAnswerWithoutMention(client, user, deps),
    ]);
    const view = settingsView({
      channel,
      settings: now,
      coverage: deps.dateline.coverage(),
      mayAnswerWithoutMention: may,
    });
    await client.views.open({ trigger_id: command.trigger_id, view });
    return 'none';
  },
};
