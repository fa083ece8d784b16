import { sentence, spelledNumber } from '../answer/wording.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import type { DigestOrder } from './order.ts';

/** How long before a milestone it is flagged where an order does not say. */
const USUAL: readonly string[] = ['P14D', 'P1M'];

/** The leads of an order, ISO 8601 durations, the shortest first. */
export function leadsOf({ leads }: DigestOrder, from: string): string[] {
  const start = Temporal.PlainDate.from(from);
  const end = (lead: string) => start.add(lead).toString();
  return [...new Set(leads.length > 0 ? leads : USUAL)].sort((a, b) => (end(a) < end(b) ? -1 : 1));
}

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

/** "Two weeks ahead", "A month ahead", "Three days ahead". */
export function leadInWords(lead: string): string {
  const { years, months, weeks, days } = Temporal.Duration.from(lead);
  const parts = [
    measured(years, 'year'),
    measured(months, 'month'),
    ...(days % 7 === 0 ? [measured(weeks + days / 7, 'week')] : [measured(weeks, 'week'), measured(days, 'day')]),
  ];
  return `${sentence(parts.filter((part) => part !== '').join(' and '))} ahead`;
}

function measured(count: number, unit: string): string {
  if (count === 0) return '';
  return count === 1 ? `a ${unit}` : `${spelledNumber(count)} ${unit}s`;
}
