import { overlaps } from '../record/edtf.ts';
import type { Timeline, TimelineEvent } from '../record/timeline.ts';
import type { DaySpan, Occasion } from './occasion.ts';
import { datesOf, type EventDate, spanInYear, yearOf } from './recurrence.ts';
import { weightOf } from './weight.ts';

/** Numbers of years that newsrooms plan for. */
export const MILESTONES: readonly number[] = [1, 5, 10, 20, 25, 50, 75, 100];

/** The last year that a `YYYY-MM-DD` day can have. */
const LAST_YEAR = 9999;

/**
 * Every occasion of a timeline whose days touch a span (`YYYY-MM-DD`, both days within it), in order of rank: whole years,
 * one at least, since each event, by its local date and as exactly as that is known. An event of a year belongs to the
 * whole of each later year; of a winter, to those that begin in later years. Of a decade there is none.
 */
export function occasionsOf(timeline: Timeline, span: DaySpan): Occasion[] {
  return timeline.events
    .flatMap((event) => datesOf(event).flatMap((date) => occasionsOfDate(timeline, event, date, span)))
    .sort(byRank);
}

function occasionsOfDate(
  timeline: Timeline,
  event: TimelineEvent,
  { part, date }: EventDate,
  span: DaySpan,
): Occasion[] {
  const happened = yearOf(date.first);
  const found: Occasion[] = [];
  // A winter that touches the span may have begun in the year before it.
  const before = yearOf(date.last) - happened;
  const from = Math.max(happened + 1, yearOf(span.first) - before);
  for (let year = from; year <= Math.min(yearOf(span.last), LAST_YEAR); year += 1) {
    const days = spanInYear(date, year);
    if (!days || !overlaps(days, span)) continue;
    const years = year - happened;
    found.push({
      timeline: timeline.card.name,
      event,
      part,
      years,
      ...days,
      precision: date.precision,
      approximate: date.approximate,
      uncertain: date.uncertain,
      milestone: MILESTONES.includes(years),
      weight: weightOf(event, timeline),
    });
  }
  return found;
}

/** Compares occasions for sorting: milestones first, then the weightier, the longer ago, the earlier; the same order always. */
export function byRank(a: Occasion, b: Occasion): number {
  return (
    Number(b.milestone) - Number(a.milestone) ||
    b.weight - a.weight ||
    b.years - a.years ||
    compare(a.first, b.first) ||
    compare(a.event.id, b.event.id) ||
    compare(a.timeline, b.timeline) ||
    compare(b.part, a.part)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
