import { dayOfYear } from './day-words.ts';

/** "And 7 more: /dateline on 8 january": what a digest left out of a day, and where it is found; nothing where it left out nothing. */
export function moreOnDay(more: number, day: string): string | undefined {
  return more === 0 ? undefined : `And ${more} more: /dateline on ${dayOfYear(day).toLowerCase()}`;
}
