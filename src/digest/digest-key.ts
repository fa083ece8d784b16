import { localDay } from '../calendar/local-day.ts';
import type { DigestWindow } from './digest.ts';
import type { DigestKind, DigestOrder } from './order.ts';

/** Kinds that tell what came up between two moments. */
const OF_NEWS: readonly DigestKind[] = ['record-changes', 'editors'];

/**
 * What a digest depends on besides the record and the news: orders and windows with one key make the same digest. So it is
 * composed once for all who are owed it, whenever they subscribed and by whatever clock they go, where neither shows in it.
 */
export function digestKey(
  { digest, filter, leads, schedule: { timeZone } }: DigestOrder,
  { days, since, until, due, late }: DigestWindow,
): string {
  const runs = due.map((moment) => localDay(moment, timeZone));
  const moments = late || OF_NEWS.includes(digest) ? [timeZone, since, until, due] : [];
  return JSON.stringify([digest, filter, leads, days, runs, late, moments]);
}
