import { daysWindow } from '../../src/digest/days-window.ts';
import type { DigestNews, DigestWindow } from '../../src/digest/digest.ts';
import { type DigestKind, type DigestOrder, type Filter, filterSchema } from '../../src/digest/order.ts';
import { USUAL_LEADS } from '../../src/digest/usual-leads.ts';
import { addDays } from '../../src/record/edtf.ts';

/** An order of a digest, at half past eight in London; override what a test is about. */
export function anOrder(
  digest: DigestKind,
  filter: Partial<Filter> = {},
  overrides: Partial<DigestOrder> = {},
): DigestOrder {
  return {
    digest,
    schedule: { cron: '30 8 * * *', timeZone: 'Europe/London' },
    filter: filterSchema.parse(filter),
    leads: [...(USUAL_LEADS[digest] ?? [])],
    emptyDays: 'say',
    ...overrides,
  };
}

/** The window of a run at half past eight in London (winter) on a day, for so many days. */
export function aWindow(first: string, days = 1, overrides: Partial<DigestWindow> = {}): DigestWindow {
  const due = new Date(`${first}T08:30:00Z`);
  const since = new Date(`${addDays(first, -days)}T08:30:00Z`);
  return { ...daysWindow(first, days, 'Europe/London'), due: [due], since, until: due, ...overrides };
}

/** Nothing new; override what a test is about. */
export function someNews(overrides: Partial<DigestNews> = {}): DigestNews {
  return { changes: [], unanswered: [], feedback: [], openProposals: 0, ...overrides };
}
