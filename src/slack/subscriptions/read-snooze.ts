import { localDay } from '../../calendar/local-day.ts';
import type { Dateline } from '../../dateline.ts';
import { typedDate } from '../../question/dates/typed-date.ts';
import { laterBy, startOfDay } from './snooze-until.ts';

/** Until when something is snoozed, by the clock of its zone; null to end that; or in words what is wrong. */
export type ReadSnooze = { until: ((timeZone: string) => Date) | null } | { problem: string };

export const SNOOZE_HELP = 'Write “until 3 january”, “until 2027-01-03”, “for 2 weeks” or “off”.';

const FOR = /^for\s+(an?|\d{1,4})\s*(day|week|month)s?$/i;
const UNTIL = /^(?:until|till|to)\s+(.+)$/i;
/**
 * Reads for how long something is snoozed: "until 3 january", "for 2 weeks", "off".
 * @param now the moment of typing: a day without its year is the next of that name
 */
export function readSnooze(text: string, dateline: Dateline, now: Date): ReadSnooze {
  const typed = text.trim();
  if (/^(?:off|no|end|stop)$/i.test(typed)) return { until: null };
  const [, count, unit = ''] = FOR.exec(typed) ?? [];
  if (count !== undefined) return readLength(/^an?$/i.test(count) ? 1 : Number(count), unit.toLowerCase(), now);
  const [, day] = UNTIL.exec(typed) ?? [];
  return day === undefined ? { problem: `I cannot read for how long. ${SNOOZE_HELP}` } : readUntil(day, dateline, now);
}

function readLength(count: number, unit: string, now: Date): ReadSnooze {
  if (count < 1) return { problem: `That is no time at all. ${SNOOZE_HELP}` };
  return { until: (zone) => laterBy({ [`${unit}s`]: count }, now, zone) };
}

function readUntil(typed: string, dateline: Dateline, now: Date): ReadSnooze {
  const today = Temporal.PlainDate.from(localDay(now, 'UTC'));
  // A day with its year first: where only the day of the year is read, the year would be lost.
  const day = wholeDay(typedDate(typed, today)) ?? nextSuch(dateline.readDay(typed, now), today);
  if (day === undefined) return { problem: `I cannot read “${typed}” as one day. ${SNOOZE_HELP}` };
  if (Temporal.PlainDate.compare(day, today) < 0) {
    return { problem: `That day has gone by: until when it is snoozed must lie ahead. ${SNOOZE_HELP}` };
  }
  return { until: (zone) => startOfDay(day.toString(), zone) };
}

/** The next of a day of the year, counted from tomorrow; nothing for 30 February. */
function nextSuch(
  ofTheYear: { month: number; day: number } | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (!ofTheYear) return undefined;
  const { month, day } = ofTheYear;
  // Within nine years there is a 29 February.
  for (let year = today.year; year < today.year + 9; year += 1) {
    const inMonth = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
    if (day > inMonth) continue;
    const date = Temporal.PlainDate.from({ year, month, day });
    if (Temporal.PlainDate.compare(date, today) > 0) return date;
  }
  return undefined;
}

/** A day that EDTF names whole. */
function wholeDay(edtf: string | undefined): Temporal.PlainDate | undefined {
  return edtf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? Temporal.PlainDate.from(edtf) : undefined;
}
