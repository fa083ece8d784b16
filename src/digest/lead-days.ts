import type { DaySpan } from '../calendar/occasion.ts';

/**
 * The days that lie a lead ahead of a span. They reach to the day before the one to which the next span's first day is moved,
 * so spans that follow each other stay so: of a month that is longer or shorter, no day is skipped and none comes twice.
 * @param lead ISO 8601 duration
 * @returns nothing where all days of the span are moved to the next span's first
 */
export function movedBy({ first, last }: DaySpan, lead: string): DaySpan | undefined {
  const moved = (day: Temporal.PlainDate) => day.add(lead);
  const from = moved(Temporal.PlainDate.from(first));
  const to = moved(Temporal.PlainDate.from(last).add({ days: 1 })).subtract({ days: 1 });
  return Temporal.PlainDate.compare(from, to) > 0 ? undefined : { first: from.toString(), last: to.toString() };
}
