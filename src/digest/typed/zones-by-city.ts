import { readTimeZone } from '../../calendar/time-zone.ts';
import { fold } from '../../record/words.ts';
import { allowedEdits, editDistance } from '../../search/edit-distance.ts';

/** Names that the runtime takes but lists under an older one. */
const RENAMED = [
  'America/Argentina/Buenos_Aires',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
];

const NEAREST = 3;

/** The zones of the runtime by name and by city. */
interface Zones {
  byCity: ReadonlyMap<string, readonly string[]>;
  all: readonly { name: string; whole: string; city: string }[];
}

let made: Zones | undefined;

/** The table is made for the first order that is read, and is the same for all. */
function zones(): Zones {
  if (made) return made;
  const names = [
    ...new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED].filter((name) => 'timeZone' in readTimeZone(name))),
  ];
  const all = names.map((name) => ({ name, whole: cityKey(name.replaceAll('/', ' ')), city: cityKey(cityIn(name)) }));
  const byCity = new Map<string, string[]>();
  for (const { name, city } of all)
    if (name.includes('/') && !name.startsWith('Etc/')) byCity.set(city, [...(byCity.get(city) ?? []), name]);
  made = { byCity, all };
  return made;
}

/** What stands behind the last stroke of a zone's name. */
function cityIn(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** A city by which zones are compared: "St. John's" and "St_Johns" are one. */
function cityKey(typed: string): string {
  return fold(typed).replace(/[_-]+/g, ' ').replace(/\./g, '').trim();
}

/** The zones of a city that gives its name to one: none, one, or several. */
export function zonesOfCity(typed: string): readonly string[] {
  return zones().byCity.get(cityKey(typed)) ?? [];
}

/** Zones whose whole name or whose city is spelled much like what was typed, the nearest first, a few at most. */
export function zonesNear(typed: string): string[] {
  const city = cityKey(cityIn(typed));
  const whole = cityKey(typed.replaceAll('/', ' '));
  const limit = allowedEdits(city.length);
  const near = zones().all.flatMap((zone) => {
    const distance = Math.min(editDistance(city, zone.city, limit), editDistance(whole, zone.whole, limit));
    return distance > limit || city === '' ? [] : [{ name: zone.name, distance }];
  });
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST)
    .map(({ name }) => name);
}
