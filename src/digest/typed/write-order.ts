import { cronOfDays, type DayChoice, daysOfCron, NTHS, ordinal, WEEKDAYS } from '../days.ts';
import type { FilterNames } from '../filter-names.ts';
import type { DigestOrder } from '../order.ts';
import { DIGEST_WORDS } from './digest-words.ts';
import { typedName } from './name-filter.ts';

/** An order as it is typed: what `readOrder` reads as the same order again, as long as the record holds what it names. */
export function writeOrder({ digest, schedule, filter, leads, emptyDays }: DigestOrder, names: FilterNames): string {
  const named = (sort: 'timeline' | 'place' | 'actor' | 'kind', ids: readonly string[]) =>
    ids.length === 0 ? [] : [`${sort}:${ids.map((id) => typedName(sort, id, names)).join()}`];
  const flags = digest === 'reminders' || digest === 'week-ahead';
  return [
    DIGEST_WORDS[digest][0],
    ...writeCron(schedule.cron),
    schedule.timeZone,
    ...(flags ? [`leads:${leads.length === 0 ? 'none' : leads.join()}`] : []),
    ...named('timeline', filter.timeline === undefined ? [] : [filter.timeline]),
    ...named('place', filter.places),
    ...named('actor', filter.actors),
    ...named('kind', filter.kinds),
    ...(filter.milestonesOnly ? ['milestones'] : []),
    ...(filter.minimumWeight === 0 ? [] : [`weight:${filter.minimumWeight}`]),
    ...(emptyDays === 'say' ? ['empty:say'] : []),
  ].join(' ');
}

/** Days and time in words, where they say the same to the letter; the cron expression itself elsewhere. */
function writeCron(cron: string): string[] {
  const [, minute = '', hour = '', rest = ''] = /^(\d+) (\d+) (.*)$/.exec(cron) ?? [];
  const [ofMonth = '', month = '', ofWeek = ''] = rest.split(' ');
  const days = minute === '' ? undefined : daysOfCron(ofMonth, month, ofWeek);
  const exact = days && `${Number(minute)} ${Number(hour)} ${cronOfDays(days)}` === cron;
  if (!exact) return [`cron "${cron}"`];
  return [days.length === 0 ? 'daily' : writeDays(days), `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`];
}

function writeDays(days: readonly DayChoice[]): string {
  const working = days.filter(({ sort }) => sort === 'weekday').length === 5 && cronOfDays(days).includes('1-5');
  const rest = working ? days.filter(({ sort }) => sort !== 'weekday') : days;
  return [...(working ? ['weekdays'] : []), ...rest.map(writeDay)].join();
}

function writeDay(day: DayChoice): string {
  switch (day.sort) {
    case 'weekday':
      return WEEKDAYS[day.weekday]!.toLowerCase();
    case 'nth':
      return `${day.nth === 'last' ? 'last' : NTHS[day.nth - 1]} ${WEEKDAYS[day.weekday]!.toLowerCase()}`;
    case 'date':
      return day.date === 'last' ? 'last day' : ordinal(day.date);
    case 'working':
      return `${day.which} weekday`;
  }
}
