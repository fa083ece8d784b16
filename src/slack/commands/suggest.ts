import { openSuggestion } from '../suggest/suggest.ts';
import type { SubCommand } from './sub-command.ts';

/** The sub-command that opens the form for a suggestion. */
export const suggest: SubCommand = {
  name: 'suggest',
  usage: 'suggest',
  does: 'opens a form for a correction or a missing event',
  run: async ({ rest, channel, command, client }, deps) => {
    if (rest !== '') return undefined;
    await openSuggestion(client, { trigger: command.trigger_id, events: [], channel }, deps);
    return 'none';
  },
};
