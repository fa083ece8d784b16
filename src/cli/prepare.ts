import { Command } from 'commander';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';

/** `dateline prepare`: makes the next starts fast. It runs at every install, so its status is 0 whatever it meets. */
export const prepareCommand: CommandMaker = ({ console }) =>
  new Command('prepare')
    .description('Prepare the code and the record, so that the next starts are fast.')
    .option('--data <folder>', 'the record to prepare')
    .action(async (options: { data?: string }) => {
      const { prepareStarts } = await import('../prepared/prepare-starts.ts');
      console.out(`${await prepareStarts(dataFolder(options.data))}\n`);
    });
