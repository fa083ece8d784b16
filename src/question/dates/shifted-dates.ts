import { FIRST_DAY } from '../../record/edtf.ts';
import type { Word } from '../../record/words.ts';
import { around } from './calendar-words.ts';
import type { DateMention, DateOperator, DateReading } from './date-mention.ts';
import { AMOUNT, amount } from './relative-matchers.ts';

const SPELLED = new RegExp(`^${AMOUNT}$`);
const UNIT = /^(day|week|month|year)s?$/;
/** Days by which "two weeks after" may be off, by its unit. */
const SLACK: Record<string, number> = { day: 0, week: 3, month: 15, year: 15 };

/**
 * A distance from a day: "three days after 3 January 2020" is 6 January, "the week before 3 January 2020" the seven days
 * that lead up to it.
 * @param start index of the word "before" or "after"
 * @param floor index of the first word that no earlier date has used
 * @returns nothing where no distance stands in front of the operator, or the date is no single day
 */
export function shifted(
  words: readonly Word[],
  start: number,
  floor: number,
  reading: DateReading,
  operator: DateOperator,
): Omit<DateMention, 'end' | 'text'> | undefined {
  const [span, ...more] = reading.spans;
  if ((operator !== 'before' && operator !== 'after') || !span || more.length > 0 || reading.granularity !== 'day')
    return undefined;
  const word = (index: number) => (index >= floor ? (words[index]?.folded ?? '') : '');
  const unit = UNIT.exec(word(start - 1))?.[1];
  if (unit === undefined) return undefined;
  const counted = SPELLED.test(word(start - 2));
  const first = start - (counted ? 2 : 1);
  const whole = ['the', 'within'].includes(word(first - 1));
  if (!counted && !whole) return undefined;
  const steps = counted ? amount(word(start - 2)) : 1;
  const day = Temporal.PlainDate.from(span.first);
  const sign = operator === 'after' ? 1 : -1;
  const end = day.add({ [`${unit}s`]: sign * steps });
  if (end.toString() < FIRST_DAY) return undefined;
  const spans = whole
    ? [sign > 0 ? { first: day.add({ days: 1 }), last: end } : { first: end, last: day.subtract({ days: 1 }) }].map(
        (range) => ({ first: range.first.toString(), last: range.last.toString() }),
      )
    : [around(end, SLACK[unit]!)];
  const introduced = whole ? first - 1 : first;
  const single = spans[0]!.first === spans[0]!.last;
  return {
    start: ['in', 'on', 'during', 'over'].includes(word(introduced - 1)) ? introduced - 1 : introduced,
    operator: 'in',
    spans,
    granularity: single ? 'day' : 'days',
  };
}
