import { Command } from 'commander';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';

/** `dateline lint`: every problem of the record and of the intents, one a line. */
export const lintCommand: CommandMaker = ({ console, setStatus }) =>
  new Command('lint')
    .description('Check the record and the intents; prints file, line, field and remedy for each problem.')
    .option('--data <folder>', 'the record to check')
    .option('--quiet', 'print errors only, not warnings')
    .action(async (options: { data?: string; quiet?: true }) => {
      const { checkRecord } = await import('./check-record.ts');
      setStatus(checkRecord(dataFolder(options.data), options.quiet ?? false, console));
    });
