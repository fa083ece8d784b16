import { nextYears } from '../../calendar/next-years.ts';
import { weightOf } from '../../calendar/weight.ts';
import type { Answer, Run } from '../answer.ts';
import { bothDates, counted, plain, spelledNumber, strong } from '../wording.ts';
import { composeDatedList, type Held, type Note } from './dated-list.ts';
import { type DayOfYear, type FoundOnDay, foundOnDay } from './found-on-day.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
) as readonly string[];

/**
 * What happened on a day of the year, over the years: what is known to be of that day, then what may be, since of its date
 * only some days or a month are known; last, when the weightiest comes round next.
 * @param held events, in the order in which they are told
 * @param today `YYYY-MM-DD`, from which the next time is counted
 */
export function composeOnDay(held: readonly Held[], day: DayOfYear, today: string): Answer {
  const found = held.flatMap((each) => foundOnDay(each, day) ?? []);
  const certain = found.filter((each) => each.certain);
  const other = found.filter((each) => !each.certain);
  return composeDatedList(
    leadOf(certain.length, other.length, `${day.day} ${MONTHS[day.month - 1]}`),
    [...certain, ...other].map((each) => ({ ...each, ...remarkOn(each) })),
    comingRound(certain, today),
  );
}

function leadOf(certain: number, other: number, name: string): Run[] {
  const unknown = `${other} of which the day is not known`;
  if (certain > 0) {
    const more = other === 0 ? '' : `, and ${unknown}`;
    return [strong(counted(certain, 'event')), plain(` on ${name}, over the years${more}.`)];
  }
  const only = other === 0 ? '' : `, but ${unknown}`;
  return [plain('The record '), strong('holds no event'), plain(` on ${name} of any year${only}.`)];
}

function remarkOn({ certain, fromLeapDay, date: { part, date } }: FoundOnDay): { remark?: string } {
  const end = part === 'whole' ? '' : `its ${part}: `;
  if (!certain) return { remark: `${end}some time in ${date.precision === 'month' ? 'that month' : 'those days'}` };
  return fromLeapDay ? { remark: `${end}told on 28 February, since most years have no 29th` } : {};
}

/** "In 2027 it is seven years, and ten in 2030, since: …": when the weightiest event comes round, and with a round number. */
function comingRound(certain: readonly FoundOnDay[], today: string): Note[] {
  const [weightiest] = certain
    .map((each) => ({ ...each, weight: weightOf(each.event, each.timeline) }))
    .sort((a, b) => b.weight - a.weight);
  const coming = weightiest && nextYears(weightiest.date.date, today);
  if (!coming) return [];
  const { next, milestone } = coming;
  const { event, timeline, date } = weightiest;
  const round =
    milestone && milestone.years !== next.years ? `, and ${spelledNumber(milestone.years)} in ${milestone.year},` : '';
  const years = next.years === 1 ? 'one year' : `${spelledNumber(next.years)} years`;
  const since = date.part === 'whole' ? 'since' : `since the ${date.part}`;
  const named = `${event.title} (${bothDates(event, timeline.card.home?.name)})`;
  return [{ text: `In ${next.year} it is ${years}${round} ${since}: ${named}.`, event }];
}
