import type { TimelineEvent } from './timeline.ts';

/** An event that began on this day of the year, so many years ago. */
export interface Anniversary {
  event: TimelineEvent;
  years: number;
}

/** A date that names its first day, exactly or about. */
const BEGINS_WITH_DAY = /^\d{4}-\d{2}-\d{2}/;

/** The events that began on this day of the year in earlier years, the oldest first. */
export function anniversaries(events: readonly TimelineEvent[], today: Temporal.PlainDate): Anniversary[] {
  const ending = today.toString().slice(4);
  return events
    .filter(({ date, when }) => BEGINS_WITH_DAY.test(date) && when.first.endsWith(ending))
    .map((event) => ({ event, years: today.year - Number(event.when.first.slice(0, 4)) }))
    .filter(({ years }) => years > 0)
    .sort((a, b) => b.years - a.years);
}
