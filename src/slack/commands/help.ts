import { renderNotice } from '../../render/slack-message.ts';
import { saying } from '../reply.ts';
import type { SubCommand } from './sub-command.ts';

/** The sub-command that tells of all the others. */
export function helpOf(others: readonly SubCommand[]): SubCommand {
  const help: SubCommand = {
    name: 'help',
    usage: 'help',
    does: 'shows this',
    run: ({ rest }, { examples }) => {
      if (rest !== '') return undefined;
      const lines = [...others, help].map(({ usage, does }) => `/dateline ${usage} — ${does}`);
      const shown = examples.slice(0, 3).map((example) => `“${example}”`);
      return saying(
        renderNotice(
          'I answer from a curated record, with its sources. Only you see what a command shows, until you share it.',
          ...lines,
          ...(shown.length > 0 ? [`For example: ${shown.join(' · ')}`] : []),
        ),
      );
    },
  };
  return help;
}
