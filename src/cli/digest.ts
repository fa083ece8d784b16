import { Command, Option } from 'commander';
import type { DigestKind } from '../digest/order.ts';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';
import { parseDay, parseTimeZone, parseWholeNumber } from './digest-options.ts';
import type { DigestOptions } from './printed-digest.ts';

/** The kinds that the record alone tells; the others need what a running Dateline keeps in its store. */
const OF_THE_RECORD: readonly DigestKind[] = ['on-this-day', 'week-ahead', 'reminders', 'month-in-review'];

/** Most days of which one digest tells. */
const LONGEST = 366;

/** `dateline digest`: what a channel would be posted for a day, or for several. */
export const digestCommand: CommandMaker = ({ console, open }) =>
  new Command('digest')
    .description('Show the digest of a day, as a channel would be posted it.')
    .option('--on <day>', 'its first day, YYYY-MM-DD (default: today in the time zone)', parseDay)
    .option(
      '--days <number>',
      `how many days it stands for, 1 to ${LONGEST} (default: 1; 7 for week-ahead and reminders)`,
      parseWholeNumber(1, LONGEST),
    )
    .option('--tz <zone>', 'IANA time zone by which a day begins', parseTimeZone, 'UTC')
    .addOption(
      new Option('--kind <kind>', 'what it tells').choices(OF_THE_RECORD).default('on-this-day' satisfies DigestKind),
    )
    .option('--timeline <name>', 'tell of this timeline only')
    .option('--place <id>', 'tell of events in this place; may be repeated', collect, [])
    .option('--actor <id>', 'tell of events that this actor did or that were aimed at it; may be repeated', collect, [])
    .option('--event-kind <id>', 'tell of this kind of event; may be repeated', collect, [])
    .option('--milestones-only', 'tell of milestones only')
    .option(
      '--minimum-weight <number>',
      'tell only of events that weigh as much in the record',
      parseWholeNumber(0, Number.MAX_SAFE_INTEGER),
      0,
    )
    .option('--json', 'print the digest as one line of JSON')
    .option('--data <folder>', 'read the record from this folder')
    .action(async (options: DigestOptions & { data?: string }) => {
      const dateline = await open(dataFolder(options.data));
      const { printedDigest } = await import('./printed-digest.ts');
      console.out(`${printedDigest(dateline, options)}\n`);
    });

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}
