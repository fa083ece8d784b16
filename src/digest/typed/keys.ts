/** What stands before a colon, as people write it, and what it is. */
const KEYS: Readonly<Record<string, string>> = {
  place: 'place',
  places: 'place',
  actor: 'actor',
  actors: 'actor',
  kind: 'kind',
  kinds: 'kind',
  timeline: 'timeline',
  weight: 'weight',
  empty: 'empty',
  zone: 'zone',
  tz: 'zone',
  timezone: 'zone',
  lead: 'leads',
  leads: 'leads',
  cron: 'cron',
};

/** What a key is; undefined for one that no order has. */
export function keyNamed(typed: string): string | undefined {
  return Object.hasOwn(KEYS, typed) ? KEYS[typed] : undefined;
}
