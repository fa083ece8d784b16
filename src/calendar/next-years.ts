import type { EdtfDate } from '../record/edtf.ts';
import { MILESTONES } from './occasions.ts';
import { spanInYear, yearOf } from './recurrence.ts';

/** A number of whole years since a date, and the calendar year in which it falls. */
export interface ComingYears {
  years: number;
  year: number;
}

/**
 * When a date comes round next, today included, and which milestone comes next.
 * @param today `YYYY-MM-DD`
 * @returns nothing for a date that never comes round, and no milestone where all have passed
 */
export function nextYears(date: EdtfDate, today: string): { next: ComingYears; milestone?: ComingYears } | undefined {
  const happened = yearOf(date.first);
  // What crosses the turn of the year may have begun in the year before.
  const earliest = Math.max(happened + 1, yearOf(today) - 1);
  const year = [earliest, earliest + 1, earliest + 2].find((each) => (spanInYear(date, each)?.last ?? '') >= today);
  if (year === undefined) return undefined;
  const milestone = MILESTONES.find((years) => years >= year - happened);
  return {
    next: { years: year - happened, year },
    ...(milestone === undefined ? {} : { milestone: { years: milestone, year: happened + milestone } }),
  };
}
