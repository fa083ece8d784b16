import { Command } from 'commander';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';
import { parseDay } from './digest-options.ts';
import { todayInUtc } from './today.ts';

interface RecheckOptions {
  on?: string;
  data?: string;
}

/** `dateline recheck`: the events that a second reader has to read, the longest unread first. */
export const recheckCommand: CommandMaker = ({ console }) =>
  new Command('recheck')
    .description('List the published events that no second reader checked, or none for more than a year.')
    .option('--on <day>', 'as of this day, YYYY-MM-DD (default: today)', parseDay)
    .option('--data <folder>', 'read the record from this folder')
    .action(async (options: RecheckOptions) => {
      const { loadTimelines } = await import('../record/load.ts');
      const { recheckList } = await import('../record/recheck.ts');
      const timelines = loadTimelines(dataFolder(options.data));
      const list = timelines.flatMap((timeline) => recheckList(timeline.events, options.on ?? todayInUtc()));
      for (const { event, last } of list) console.out(`${last ?? 'never'.padEnd(10)}  ${event.id}\n`);
      const events = timelines.reduce((sum, timeline) => sum + timeline.events.length, 0);
      console.out(`${list.length} of ${events} events are to be read again\n`);
    });
