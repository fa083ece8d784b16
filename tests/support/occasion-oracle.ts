import type { Timeline } from '../../src/record/timeline.ts';

/**
 * What falls on a day, by counting: an event's date as it is written is laid over the day, digit by digit. It shares no
 * code with `src/calendar`, and works out no spans.
 */
export type Oracle = (day: string) => string[];

/** How one date, as it is written, meets a day: whole years since, 0 in its own year; nothing where the day is not of it. */
type Meets = (day: string) => { years: number; leap: boolean } | undefined;

/** The oracle of dates under their ids: it names what falls on a day as `nameOf` does, in alphabetical order. */
export function oracleOf(dates: readonly { id: string; date: string }[]): Oracle {
  const parts = dates.flatMap(({ id, date }) => partsOf(date).map(([part, meets]) => ({ id, part, meets })));
  return (day) =>
    parts
      .flatMap(({ id, part, meets }) => {
        const met = meets(day);
        return met && met.years >= 1 ? [nameOf({ event: { id }, part, years: met.years, fromLeapDay: met.leap })] : [];
      })
      .toSorted();
}

/** The oracle of a timeline's events. */
export function oracleOfTimeline({ events }: Timeline): Oracle {
  return oracleOf(events.map(({ id, date }) => ({ id, date })));
}

/** An occasion in one line, to compare it by. */
export function nameOf(occasion: { event: { id: string }; part: string; years: number; fromLeapDay: boolean }): string {
  return `${occasion.event.id} ${occasion.part} ${occasion.years}${occasion.fromLeapDay ? ' leap' : ''}`;
}

function partsOf(date: string): [string, Meets][] {
  const [from = '', to] = date.split('/');
  if (to === undefined) return [['whole', meetsOf(from)]];
  const [start, end] = [from, to].map((each) => (each === '' || each === '..' ? undefined : meetsOf(each)));
  if (start && end && ownDays(start, from) === ownDays(end, to)) return [['whole', start]];
  return [...(start ? [['start', start] as [string, Meets]] : []), ...(end ? [['end', end] as [string, Meets]] : [])];
}

const SEASON_MONTHS: Record<string, string> = {
  '21': '03|04|05',
  '22': '06|07|08',
  '23': '09|10|11',
  '24': '12|01|02',
};

function meetsOf(written: string): Meets {
  const [year = '', month = 'XX', day = 'XX'] = written.replace(/[~?%]$/, '').split('-');
  if (year.includes('X')) return () => undefined;
  const months = SEASON_MONTHS[month] ?? month.replaceAll('X', '.');
  const pattern = new RegExp(`^(?:${months})-(?:${day.replaceAll('X', '.')})$`);
  return (other) => {
    const [otherYear, ofTheYear] = [Number(other.slice(0, 4)), other.slice(5)];
    // January and February end the winter that began the year before.
    const begun = month === '24' && !ofTheYear.startsWith('12') ? otherYear - 1 : otherYear;
    const leap = `${month}-${day}` === '02-29' && ofTheYear === '02-28' && lacks29February(otherYear);
    return leap || pattern.test(ofTheYear) ? { years: begun - Number(year), leap } : undefined;
  };
}

/** All days of a date itself, to see whether two are the same. */
function ownDays(meets: Meets, written: string): string {
  const year = Number(written.slice(0, 4));
  if (Number.isNaN(year)) return written;
  return everyDay(`${year}-01-01`, `${year + 1}-12-31`)
    .filter((day) => meets(day)?.years === 0)
    .join();
}

function lacks29February(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
}

/** Every day from one to another, both included. */
export function everyDay(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
