import { formatEdtf } from '../record/format-date.ts';
import type { Figure, Timeline, TimelineEvent } from '../record/timeline.ts';
import type { EventReference, FigureValue, Run } from './answer.ts';

/** Plain text as one run. */
export function plain(text: string): Run {
  return { text };
}

/** The answer itself, which renderers print bold. */
export function strong(text: string): Run {
  return { text, strong: true };
}

/** "Wounded: 11; 34.": a label and its entries, which a renderer may set one below the other. */
export function entriesLine(label: string, entries: readonly string[]): Run[] {
  const joint: Run = { text: '; ', joint: true };
  const runs = entries.flatMap((entry, index) => (index === 0 ? [plain(entry)] : [joint, plain(entry)]));
  return [{ text: `${label}: `, label: true }, ...runs, plain('.')];
}

/** "a, b and c". */
export function joinWords(items: readonly string[], last = 'and'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** "1 event", "3 events". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const SPELLED = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A whole number as a wire service writes it: spelled up to ten. */
export function spelledNumber(value: number): string {
  return SPELLED[value] ?? String(value);
}

/** First letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An event as lists and contracts name it. */
export function referenceTo(event: TimelineEvent): EventReference {
  return { id: event.id, date: event.date, title: event.title };
}

/** The local date, the time where known, and the home date where it differs: "8 January 2020, about 01:30 in Iraq (7 January in Washington)". */
export function dateRuns(event: TimelineEvent, timeline: Timeline): Run[] {
  const runs = [strong(formatEdtf(event.date))];
  const where = countryOf(event, timeline);
  if (event.time !== undefined) {
    const about = event.time.startsWith('~') ? 'about ' : '';
    runs.push(plain(`, ${about}${event.time.replace('~', '')}${where === undefined ? ' local time' : ` in ${where}`}`));
  }
  return [...runs, ...homeRuns(event, timeline)];
}

/** The local date alone, with the home date where it differs. */
export function shortDateRuns(event: TimelineEvent, timeline: Timeline): Run[] {
  return [strong(formatEdtf(event.date)), ...homeRuns(event, timeline)];
}

/** " (7 January in Washington)", where the date there is another one. */
function homeRuns(event: TimelineEvent, { card }: Timeline): Run[] {
  const day = homeDay(event, card.home?.name);
  return day === undefined ? [] : [plain(` (${day})`)];
}

/**
 * "7 January in Washington", where the date there is another one.
 * @param home the place of the second clock; absent where a timeline has none
 */
export function homeDay({ home: date, when }: TimelineEvent, home: string | undefined): string | undefined {
  if (!date || home === undefined) return undefined;
  const day = formatEdtf(date.edtf);
  const short = date.first.slice(0, 4) === when.first.slice(0, 4) ? day.replace(/ \d{4}$/, '') : day;
  return `${short} in ${home}`;
}

/** "8 January 2020; 7 January in Washington": the local date, and the home date where it differs. */
export function bothDates(event: TimelineEvent, home: string | undefined): string {
  const day = homeDay(event, home);
  return `${formatEdtf(event.date)}${day === undefined ? '' : `; ${day}`}`;
}

/** The country where an event happened, by name, where there is just one. */
export function countryOf(event: TimelineEvent, timeline: Timeline): string | undefined {
  const countries = event.placesWithin.filter((id) => timeline.gazetteer.places.get(id)?.kind === 'country');
  const only = countries.length === 1 ? timeline.gazetteer.places.get(countries[0]!) : undefined;
  return only?.short ?? only?.name;
}

/** The name of a place with those that contain it, up to its country: "Camp Taji, Baghdad province, Iraq". */
export function placeName(id: string, timeline: Timeline): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const place = timeline.gazetteer.places.get(at);
    if (!place) break;
    names.push(place.name);
    if (place.kind === 'country') break;
    at = place.within?.[0];
    if (at !== undefined && timeline.gazetteer.places.get(at)?.kind === 'region') {
      const country = [...timeline.gazetteer.placeClosure([at])].find(
        (parent) => timeline.gazetteer.places.get(parent)?.kind === 'country',
      );
      at = country;
    }
  }
  return [...new Set(names)].join(', ');
}

/** The names of actors, joined. */
export function actorNames(ids: readonly string[], timeline: Timeline, last = 'and'): string {
  return joinWords(
    ids.map((id) => timeline.gazetteer.actors.get(id)?.name ?? id),
    last,
  );
}

/** A figure's number as it is printed: "about 1,000", "11 to 16", "dozens"; zero is "none" where words read better. */
export function figureNumber(figure: Figure): string {
  const { value, qualifier } = figure;
  const number =
    typeof value === 'number'
      ? grouped(value)
      : 'words' in value
        ? value.words
        : `${grouped(value.from)} to ${grouped(value.to)}`;
  return qualifier === undefined ? number : `${qualifier} ${number}`;
}

/** A number with commas between its thousands. `toLocaleString` would do, but takes long when it is first called. */
function grouped(value: number): string {
  const [whole = '', ...fraction] = String(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A figure as the contract gives it. */
export function figureValue(figure: Figure): FigureValue {
  const exact = typeof figure.value === 'number' && figure.qualifier === undefined;
  return {
    value: exact ? (figure.value as number) : figureNumber(figure),
    of: figure.of,
    saidBy: figure.saidBy,
    ...(figure.asOf === undefined ? {} : { asOf: figure.asOf }),
  };
}
