import { joinWords } from '../answer/wording.ts';
import { localDay } from '../calendar/local-day.ts';
import { formatEdtf } from '../record/format-date.ts';
import { addAhead } from './ahead.ts';
import { onDays } from './day-words.ts';
import type { Digest, DigestWindow } from './digest.ts';
import { DigestDraft } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { movedBy } from './lead-days.ts';
import { inOrderOfLength } from './leads.ts';
import { nothingFalls } from './nothing.ts';
import type { DigestOrder } from './order.ts';

/** The milestones that lie ahead of the window's days by each lead of the order, and nothing else. */
export function composeReminders(order: DigestOrder, window: DigestWindow, record: DigestRecord): Digest {
  const draft = new DigestDraft();
  addAhead(draft, order, window, record);
  const { days, due } = window;
  const today = localDay(due.at(-1) ?? window.until, order.schedule.timeZone);
  const looked = inOrderOfLength(order.leads).flatMap((lead) => movedBy(days, lead) ?? []);
  const filter = { ...order.filter, milestonesOnly: true };
  return draft.finish(
    { kind: order.digest, title: `Milestones ahead, ${formatEdtf(today)}`, days },
    nothingFalls(filter, joinWords(looked.map(onDays), 'or')),
  );
}
