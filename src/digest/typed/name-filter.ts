import type { FilterNames, FilterSort, NameReading } from '../filter-names.ts';
import type { Filter } from '../order.ts';
import type { OrderProblem } from '../order-error.ts';
import type { Part } from './part.ts';

/** What names an order filters by, as ids. */
export type NamedFilter = Pick<Filter, 'timeline' | 'places' | 'actors' | 'kinds'>;

/** The ids of the names that an order filters by, each once, in the order in which they were typed. */
export function readNames(
  parts: readonly Part[],
  names: FilterNames,
): { filter: NamedFilter; problems: OrderProblem[] } {
  const problems: OrderProblem[] = [];
  const typed = (sort: FilterSort) =>
    parts.flatMap((part) => (part.sort === 'names' && part.of === sort ? part.names : []));
  const idsOf = (sort: FilterSort, timeline?: string) => {
    const found = typed(sort).flatMap((name) => {
      const [reading, ...others] = names.readings(sort, name, timeline);
      if (reading && others.length === 0) return reading.ids;
      problems.push(
        reading
          ? ambiguous(sort, name, [reading, ...others], names)
          : unknown(sort, name, names.near(sort, name, timeline)),
      );
      return [];
    });
    return [...new Set(found)];
  };
  const [timeline, ...more] = idsOf('timeline');
  if (more.length > 0)
    problems.push({
      code: 'two-values',
      typed: typed('timeline').join(', '),
      problem: 'An order is about one timeline, or about all',
      remedy: 'Subscribe to each timeline with an order of its own, or leave timeline: out for all of them',
    });
  const of = timeline === undefined ? undefined : timeline;
  const filter = { places: idsOf('place', of), actors: idsOf('actor', of), kinds: idsOf('kind', of) };
  return { filter: timeline === undefined ? filter : { timeline, ...filter }, problems };
}

function unknown(sort: FilterSort, name: string, near: readonly string[]): OrderProblem {
  const written = near.map((other) => `${sort}:"${other}"`).join(' or ');
  return {
    code: 'unknown-name',
    typed: name,
    problem: `The record knows no ${sort} “${name}”`,
    remedy: near.length > 0 ? `Perhaps ${written} was meant` : `Check how the ${sort} is spelled, or leave it out`,
  };
}

function ambiguous(sort: FilterSort, name: string, readings: readonly NameReading[], names: FilterNames): OrderProblem {
  const choices = readings.map((reading) => written(sort, reading, names));
  const told = new Set(choices).size === choices.length;
  const timelines = [...new Set(readings.flatMap((reading) => reading.timelines))];
  return {
    code: 'ambiguous-name',
    typed: name,
    problem: `“${name}” is the name of more than one ${sort}: ${readings.map((reading) => reading.name).join(', ')}`,
    remedy: told
      ? `Write ${choices.join(' or ')}`
      : `Add ${timelines.map((timeline) => `timeline:"${timeline}"`).join(' or ')}`,
  };
}

/** How one of several readings is typed so that it alone is meant. */
function written(sort: FilterSort, reading: NameReading, names: FilterNames): string {
  return `${sort}:${reading.ids.map((id) => typedName(sort, id, names)).join()}`;
}

/** A name, in quotes, by which an id alone is found; the id itself where its name means something else too. */
export function typedName(sort: FilterSort, id: string, names: FilterNames): string {
  const name = names.nameOf(sort, id);
  const [reading, ...others] = names.readings(sort, name);
  const alone = reading !== undefined && others.length === 0 && reading.ids.join() === id;
  return `"${alone && !/["“”„‟«»″＂<>&]/.test(name) ? name : id}"`;
}
