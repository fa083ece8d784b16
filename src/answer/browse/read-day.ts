import { findDates } from '../../question/dates/find-dates.ts';
import { words as splitWords } from '../../record/words.ts';

/** The day of the year that a text names and nothing else: "8 january", "January 8th", "today"; `month` from 1. */
export function readDay(text: string, now: Date): { month: number; day: number } | undefined {
  const words = splitWords(text);
  const [date, ...others] = findDates(text, words, Temporal.PlainDate.from(now.toISOString().slice(0, 10)));
  if (!date || others.length > 0 || date.start > 0 || date.end < words.length) return undefined;
  if (date.open) return date.open.day === undefined ? undefined : { month: date.open.month, day: date.open.day };
  const [span] = date.spans;
  if (!span || date.ambiguous || span.first !== span.last) return undefined;
  const { month, day } = Temporal.PlainDate.from(span.first);
  return { month, day };
}
