import type { DaySpan } from '../calendar/occasion.ts';
import { addDays } from '../record/edtf.ts';
import { addAhead } from './ahead.ts';
import { daysInWords, onDays, weekdayAndDay } from './day-words.ts';
import type { Digest, DigestWindow } from './digest.ts';
import { DigestDraft } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { beginningIn } from './falling.ts';
import { nothingFalls } from './nothing.ts';
import type { DigestOrder } from './order.ts';
import { sectionsByDay } from './sections-by-day.ts';

/** Days of a week but the first. */
const REST_OF_WEEK = 6;

/**
 * The seven days from the window's first on, or all of its days where they are more, by day; then for each lead the milestones
 * that lie so far ahead.
 */
export function composeWeekAhead(order: DigestOrder, window: DigestWindow, record: DigestRecord): Digest {
  const draft = new DigestDraft();
  const { first, last } = window.days;
  const week = addDays(first, REST_OF_WEEK);
  const days: DaySpan = { first, last: [week, last].sort().at(-1)! };
  const falling = beginningIn(record, order.filter, days);
  sectionsByDay(draft, falling, weekdayAndDay, ({ occasion }) => occasion.milestone);
  addAhead(draft, order, window, record, falling);
  const title = `${days.last === week ? 'The week ahead' : 'The days ahead'}, ${daysInWords(days)}`;
  return draft.finish({ kind: order.digest, title, days }, nothingFalls(order.filter, onDays(days)));
}
