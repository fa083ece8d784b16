import { joinWords } from '../answer/wording.ts';
import type { Schedule } from '../calendar/schedule.ts';
import { daysOfCron, describeDays } from './days.ts';
import type { FilterNames } from './filter-names.ts';
import { describeLead } from './leads.ts';
import type { DigestKind, DigestOrder, Filter } from './order.ts';

/** What each digest is called where it is spoken of. */
export const DIGEST_TITLES: Readonly<Record<DigestKind, string>> = {
  'on-this-day': 'On this day',
  'week-ahead': 'The week ahead',
  reminders: 'Reminders of milestones',
  'month-in-review': 'The month in review',
  'record-changes': 'New and corrected events',
  editors: 'For editors',
};

/** An order in plain words: "On this day, each weekday at 08:30 (Europe/London), places in Anbar, milestones only". */
export function describeOrder(order: DigestOrder, names: FilterNames): string {
  const { digest, schedule, filter, leads, emptyDays } = order;
  const flagged = joinWords(leads.map(describeLead));
  return [
    DIGEST_TITLES[digest],
    describeSchedule(schedule),
    ...(leads.length === 0 ? [] : [`${digest === 'reminders' ? '' : 'milestones flagged '}${flagged} before`]),
    ...describeFilter(filter, names),
    ...(emptyDays === 'say' ? ['also when there is nothing to tell'] : []),
  ].join(', ');
}

/** A schedule in plain words: "each weekday at 08:30 (Europe/London)"; what words cannot say is given as cron. */
export function describeSchedule({ cron, timeZone }: Schedule): string {
  const [minute = '', hour = '', ofMonth = '', month = '', ofWeek = ''] = cron.split(' ');
  const days = daysOfCron(ofMonth, month, ofWeek);
  const exact = /^\d{1,2} \d{1,2}$/.test(`${minute} ${hour}`);
  if (!days || !exact) return `by the cron expression “${cron}” (${timeZone})`;
  return `${describeDays(days)} at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')} (${timeZone})`;
}

function describeFilter(filter: Filter, names: FilterNames): string[] {
  const named = (sort: 'place' | 'actor' | 'kind', ids: readonly string[]) =>
    joinWords([...new Set(ids.map((id) => names.nameOf(sort, id)))], 'or');
  const { timeline, places, actors, kinds, milestonesOnly, minimumWeight } = filter;
  return [
    ...(timeline === undefined ? [] : [`from “${names.nameOf('timeline', timeline)}”`]),
    ...(places.length === 0 ? [] : [`places in ${named('place', places)}`]),
    ...(actors.length === 0 ? [] : [`involving ${named('actor', actors)}`]),
    ...(kinds.length === 0 ? [] : [`of the kind ${named('kind', kinds)}`]),
    ...(milestonesOnly ? ['milestones only'] : []),
    ...(minimumWeight === 0 ? [] : [`of weight ${minimumWeight} or more`]),
  ];
}
