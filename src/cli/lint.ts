import { Command } from 'commander';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';
import { parseDay } from './digest-options.ts';
import { todayInUtc } from './today.ts';

/** `dateline lint`: every problem of the record and of the intents, one a line. */
export const lintCommand: CommandMaker = ({ console, setStatus }) =>
  new Command('lint')
    .description('Check the record and the intents; prints file, line, field and remedy for each problem.')
    .option('--data <folder>', 'the record to check')
    .option('--quiet', 'print errors only, not warnings')
    .option('--on <day>', 'the day by which a check is long ago, YYYY-MM-DD (default: today)', parseDay)
    .action(async (options: { data?: string; quiet?: true; on?: string }) => {
      const { checkRecord } = await import('./check-record.ts');
      const how = { quiet: options.quiet ?? false, today: options.on ?? todayInUtc() };
      setStatus(checkRecord(dataFolder(options.data), how, console));
    });
