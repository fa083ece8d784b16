import { Command, Option } from 'commander';
import { type Dateline, UnknownTimelineError } from '../dateline.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import { daysWindow } from '../digest/days-window.ts';
import { fits, within } from '../digest/filter.ts';
import { type DigestKind, type Filter, filterSchema } from '../digest/order.ts';
import { renderDigestJson } from '../render/digest-json.ts';
import { renderDigestText } from '../render/digest-text.ts';
import type { CommandMaker } from './console.ts';
import { dataFolder } from './data-folder.ts';
import { parseDay, parseTimeZone, parseWholeNumber } from './digest-options.ts';
import { UnknownIdError } from './unknown-id-error.ts';

interface Options {
  on?: string;
  days?: number;
  tz: string;
  kind: DigestKind;
  timeline?: string;
  place: string[];
  actor: string[];
  eventKind: string[];
  milestonesOnly?: true;
  minimumWeight: number;
  json?: true;
  data?: string;
}

/** The kinds that the record alone tells; the others need what a running Dateline keeps in its store. */
const OF_THE_RECORD: readonly DigestKind[] = ['on-this-day', 'week-ahead', 'reminders', 'month-in-review'];

/** How many days a digest stands for where the command does not say. */
const USUAL_DAYS: Record<DigestKind, number> = {
  'on-this-day': 1,
  'week-ahead': 7,
  reminders: 7,
  'month-in-review': 1,
  'record-changes': 1,
  editors: 1,
};

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
    .action(async (options: Options) => {
      const dateline = await open(dataFolder(options.data));
      const digest = digestOf(dateline, options);
      console.out(`${options.json ? renderDigestJson(digest) : renderDigestText(digest)}\n`);
    });

function digestOf(dateline: Dateline, options: Options) {
  const { tz: timeZone } = options;
  const first = options.on ?? Temporal.Now.plainDateISO(timeZone).toString();
  return composeDigest(
    {
      digest: options.kind,
      schedule: { cron: '0 0 * * *', timeZone },
      filter: filterOf(dateline, options),
      leads: [],
      emptyDays: 'say',
    },
    daysWindow(first, options.days ?? USUAL_DAYS[options.kind], timeZone),
    dateline,
  );
}

/** @throws UnknownTimelineError, UnknownIdError where the record has nothing that is named so: the digest would be empty */
function filterOf(dateline: Dateline, options: Options): Filter {
  const { timeline, place: places, actor: actors, eventKind: kinds, minimumWeight, milestonesOnly = false } = options;
  if (timeline !== undefined && !dateline.timelines.includes(timeline)) {
    throw new UnknownTimelineError(timeline, dateline.timelines);
  }
  const chosen = timeline === undefined ? {} : { timeline };
  const filter = filterSchema.parse({ ...chosen, places, actors, kinds, milestonesOnly, minimumWeight });
  for (const [what, ids] of Object.entries({ place: places, actor: actors, kind: kinds })) {
    const unknown = ids.find((id) => !isHeld(dateline, { ...NO_FILTER, ...chosen, [`${what}s`]: [id] }));
    if (unknown !== undefined) throw new UnknownIdError(what, unknown);
  }
  return filter;
}

/** Whether any event of the record passes a filter. */
function isHeld(dateline: Dateline, filter: Filter): boolean {
  return dateline.events(within(filter)).some(({ id }) => {
    const brief = dateline.brief(id, within(filter));
    return brief !== undefined && fits(brief, filter);
  });
}

const NO_FILTER = filterSchema.parse({});

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value];
}
