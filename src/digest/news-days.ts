import { localDay } from '../calendar/local-day.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import type { DigestWindow } from './digest.ts';
import type { DigestOrder } from './order.ts';

/** The days on which what a digest calls new came up, on the order's clock. */
export function newsDays({ schedule }: DigestOrder, { since, until }: DigestWindow): DaySpan {
  return { first: localDay(since, schedule.timeZone), last: localDay(until, schedule.timeZone) };
}
