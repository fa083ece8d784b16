import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import { counted, plain, strong } from '../wording.ts';
import { composeDatedList, type Held } from './dated-list.ts';

/** Most days that an event may last to be told on each day of the year that it covers. */
const LONGEST = 14;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
) as readonly string[];

/** The events of a timeline that fall on a day of the year, in whichever year, at their place or at the home clock. */
export function eventsOnDay(timeline: Timeline, month: number, day: number): readonly TimelineEvent[] {
  const wanted = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return timeline.events.filter(({ when, home }) =>
    [when, home].some((date) => date !== undefined && daysOf(date).some((each) => each.endsWith(wanted))),
  );
}

/** The days of a date that is known to the day, or to a few of them. */
function daysOf({ first, last, precision }: TimelineEvent['when']): string[] {
  if (!['day', 'days', 'interval'].includes(precision)) return [];
  const from = Temporal.PlainDate.from(first);
  const length = from.until(Temporal.PlainDate.from(last)).days + 1;
  return length > LONGEST ? [] : Array.from({ length }, (_, days) => from.add({ days }).toString());
}

/** What happened on a day of the year, over the years. */
export function composeOnDay(held: readonly Held[], month: number, day: number): Answer {
  const name = `${day} ${MONTHS[month - 1]}`;
  const lead =
    held.length === 0
      ? [plain('The record '), strong('holds no event'), plain(` on ${name} of any year.`)]
      : [strong(counted(held.length, 'event')), plain(` on ${name}, over the years.`)];
  return composeDatedList(lead, held);
}
