import { sentence, spelledNumber } from '../answer/wording.ts';

/** The longest time before a milestone at which it is flagged, in months and in days. */
const MOST_MONTHS = 12;
const MOST_DAYS = 366;

/** The most leads of one order. */
export const MOST_LEADS = 4;

const ISO = /^P(\d{1,4})([DWM])$/;
const DAYS_IN = { D: 1, W: 7 } as const;

/** A lead as an order holds it, from a number of days, weeks or months; undefined where it is shorter than a day or longer than a year. */
export function leadOf(count: number, unit: 'D' | 'W' | 'M'): string | undefined {
  const [value, most] = unit === 'M' ? [count, MOST_MONTHS] : [count * DAYS_IN[unit], MOST_DAYS];
  return Number.isInteger(count) && value >= 1 && value <= most ? `P${value}${unit === 'M' ? 'M' : 'D'}` : undefined;
}

/** A lead from an ISO 8601 duration of days, weeks or months, weeks turned into days; undefined for any other text. */
export function leadOfIso(text: string): string | undefined {
  const match = ISO.exec(text.toUpperCase());
  return match ? leadOf(Number(match[1]), match[2] as 'D' | 'W' | 'M') : undefined;
}

/** Leads without repetition, the longest last. */
export function inOrderOfLength(leads: readonly string[]): string[] {
  const [reference] = [Temporal.PlainDate.from('2023-01-01')];
  const days = (lead: string) => reference.until(reference.add(lead)).days;
  return [...new Set(leads)].sort((a, b) => days(a) - days(b) || (a < b ? -1 : 1));
}

/** A lead in words: "two weeks", "one month", "10 days". */
export function describeLead(lead: string): string {
  const { months, weeks, days } = Temporal.Duration.from(lead);
  const [count, unit] =
    months > 0 ? [months, 'month'] : days === 0 ? [weeks, 'week'] : days % 7 === 0 ? [days / 7, 'week'] : [days, 'day'];
  return `${spelledNumber(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** "Two weeks ahead", "A month ahead". */
export function leadAhead(lead: string): string {
  return `${sentence(describeLead(lead).replace(/^one /, 'a '))} ahead`;
}
