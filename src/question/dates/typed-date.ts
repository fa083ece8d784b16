import { EdtfError, parseEdtf } from '../../record/edtf.ts';
import { words } from '../../record/words.ts';
import { findDates } from './find-dates.ts';

/**
 * A date that a person typed into a field of a form, as EDTF: "8 January 2020", "Jan 2020", "2020-01-2X".
 * @param today the day of typing, from which "yesterday" counts
 * @returns nothing where it is no date, more than one, one without its year, or one that can be read as two days
 */
export function typedDate(text: string, today: Temporal.PlainDate): string | undefined {
  return edtfOf(text.trim()) ?? readDate(text, today);
}

function edtfOf(text: string): string | undefined {
  try {
    return parseEdtf(text).edtf;
  } catch (error) {
    if (error instanceof EdtfError) return undefined;
    throw error;
  }
}

function readDate(text: string, today: Temporal.PlainDate): string | undefined {
  const dates = findDates(text, words(text), today);
  const [date] = dates;
  if (!date || dates.length > 1 || date.open || date.operator !== 'in' || date.spans.length !== 1) return undefined;
  // "31 April 2020" holds a month, and a day that no month has.
  if (/\d/.test(text.replace(date.text, ''))) return undefined;
  const { first, last } = date.spans[0]!;
  if (first === last) return first;
  if (date.granularity === 'month') return first.slice(0, 7);
  if (date.granularity === 'year') return first.slice(0, 4);
  return `${first}/${last}`;
}
