import { type Dateline, UnknownTimelineError } from '../dateline.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import { daysWindow } from '../digest/days-window.ts';
import { fits, within } from '../digest/filter.ts';
import { type DigestKind, type Filter, filterSchema } from '../digest/order.ts';
import { USUAL_LEADS } from '../digest/usual-leads.ts';
import { renderDigestJson } from '../render/digest-json.ts';
import { renderDigestText } from '../render/digest-text.ts';
import { UnknownIdError } from './unknown-id-error.ts';

/** What `dateline digest` was given. */
export interface DigestOptions {
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
}

/** How many days a digest stands for where the command does not say. */
const USUAL_DAYS: Record<DigestKind, number> = {
  'on-this-day': 1,
  'week-ahead': 7,
  reminders: 7,
  'month-in-review': 1,
  'record-changes': 1,
  editors: 1,
};

/**
 * The digest that was asked for, as text or as one line of JSON.
 * @throws UnknownTimelineError, UnknownIdError where the record has nothing that is named so: the digest would be empty
 */
export function printedDigest(dateline: Dateline, options: DigestOptions): string {
  const { tz: timeZone } = options;
  const first = options.on ?? Temporal.Now.plainDateISO(timeZone).toString();
  const digest = composeDigest(
    {
      digest: options.kind,
      schedule: { cron: '0 0 * * *', timeZone },
      filter: filterOf(dateline, options),
      leads: [...(USUAL_LEADS[options.kind] ?? [])],
      emptyDays: 'say',
    },
    daysWindow(first, options.days ?? USUAL_DAYS[options.kind], timeZone),
    dateline,
  );
  return options.json ? renderDigestJson(digest) : renderDigestText(digest);
}

function filterOf(dateline: Dateline, options: DigestOptions): Filter {
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
