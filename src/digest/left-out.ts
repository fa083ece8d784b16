import { joinWords } from '../answer/wording.ts';
import { dayOfYear } from './day-words.ts';
import type { Falling } from './falling.ts';

/** Days that are named. */
const NAMED = 3;

/**
 * "And 7 more on 8 January: /dateline on 8 january": what a digest left out, and where it is found; nothing where it left out
 * nothing.
 * @param left those of the earliest days first
 */
export function leftOut(left: readonly Falling[]): string | undefined {
  const days = [...new Set(left.map(({ days: { first } }) => dayOfYear(first)))];
  const named = days.slice(0, NAMED);
  const others = days.length - named.length;
  const rest = others === 0 ? [] : [`${others} other ${others === 1 ? 'day' : 'days'}`];
  const soOn = days.length === 1 ? '' : ', and so on';
  return left.length === 0
    ? undefined
    : `And ${left.length} more on ${joinWords([...named, ...rest])}: /dateline on ${days[0]!.toLowerCase()}${soOn}`;
}
