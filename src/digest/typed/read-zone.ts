import { readTimeZone } from '../../calendar/time-zone.ts';
import type { FoundPart, Part, ReadPart } from './part.ts';
import { zonesNear, zonesOfCity } from './zones-by-city.ts';

/** The most words of a zone or of a city: "Port of Spain", "America/Port of Spain". */
const LONGEST = 3;

/** Reads a zone by its name ("America/New York", "utc") or by its city where just one zone has it ("London"). */
export const readZone: ReadPart = (words, at) => {
  let end = at;
  while (end < words.length && end - at < LONGEST && words[end]!.plain !== '') end++;
  for (; end > at; end--) {
    const typed = words.slice(at, end).map(({ raw }) => raw.replace(/[.!?:]+$/, ''));
    const part = zoneTyped(typed.join('_')) ?? (end === at + 1 ? refusedZone(typed[0]!) : undefined);
    if (part) return { part, end } satisfies FoundPart;
  }
  return undefined;
};

/** A zone as it stands behind "zone:". */
export function zoneOf(typed: string): Part {
  return zoneTyped(typed.trim().replace(/\s+/g, '_')) ?? refused(typed);
}

function zoneTyped(typed: string): Part | undefined {
  const read = readTimeZone(typed);
  if ('timeZone' in read) return { sort: 'zone', timeZone: read.timeZone };
  const [zone, ...others] = typed.includes('/') ? [] : zonesOfCity(typed);
  if (zone === undefined || read.problem.code !== 'unknown-zone') return undefined;
  if (others.length === 0) return { sort: 'zone', timeZone: zone };
  const problem = {
    code: 'ambiguous-zone' as const,
    typed,
    problem: `“${typed}” is the city of several time zones`,
    remedy: `Write ${[zone, ...others].join(' or ')}`,
  };
  return { sort: 'problem', instead: 'zone', problem };
}

/** What looks like a zone but is none: an offset, an abbreviation, or something with a region before its city. */
function refusedZone(typed: string): Part | undefined {
  const read = readTimeZone(typed);
  if ('timeZone' in read) return undefined;
  return read.problem.code !== 'unknown-zone' || /^\p{L}+\/\p{L}/u.test(typed) ? refused(typed) : undefined;
}

function refused(typed: string): Part {
  const read = readTimeZone(typed);
  if ('timeZone' in read) return { sort: 'zone', timeZone: read.timeZone };
  const near = read.problem.code === 'unknown-zone' ? zonesNear(typed) : [];
  const remedy = near.length > 0 ? `Perhaps ${near.join(' or ')} was meant` : read.problem.remedy;
  return { sort: 'problem', instead: 'zone', problem: { ...read.problem, typed, remedy } };
}
