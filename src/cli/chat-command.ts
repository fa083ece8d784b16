import { Command } from 'commander';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';

/** `dateline chat`: questions typed in the terminal, each answered as in one thread. */
export const chatCommand: CommandMaker = ({ console, open }) =>
  new Command('chat')
    .description('Ask in the terminal, one question a line; follow-ups are read as in a thread.')
    .option('--data <folder>', 'read the record from this folder')
    .action(async (options: { data?: string }) => {
      const dateline = await open(dataFolder(options.data));
      const { chat } = await import('./chat.ts');
      await chat(dateline, process.stdin, console);
    });
