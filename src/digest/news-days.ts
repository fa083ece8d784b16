import type { DaySpan } from '../calendar/occasion.ts';
import { dayIn } from './day-words.ts';
import type { DigestWindow } from './digest.ts';
import type { DigestOrder } from './order.ts';

/** The days on which what a digest calls new came up, on the order's clock. */
export function newsDays({ schedule }: DigestOrder, { since, until }: DigestWindow): DaySpan {
  return { first: dayIn(since, schedule.timeZone), last: dayIn(until, schedule.timeZone) };
}
