import { sentence, spelledNumber } from '../answer/wording.ts';
import { daysOfYear, momentInWords } from './day-words.ts';
import type { Digest, DigestNews, DigestWindow } from './digest.ts';
import type { DigestRecord } from './digest-record.ts';
import { composeEditors } from './editors.ts';
import { composeMonthInReview } from './month-in-review.ts';
import { composeOnThisDay } from './on-this-day.ts';
import type { DigestKind, DigestOrder } from './order.ts';
import { composeRecordChanges } from './record-changes.ts';
import { composeReminders } from './reminders.ts';
import { composeWeekAhead } from './week-ahead.ts';

type Compose = (order: DigestOrder, window: DigestWindow, record: DigestRecord, news: DigestNews) => Digest;

const COMPOSERS: Record<DigestKind, Compose> = {
  'on-this-day': composeOnThisDay,
  'week-ahead': composeWeekAhead,
  reminders: composeReminders,
  'month-in-review': composeMonthInReview,
  'record-changes': composeRecordChanges,
  editors: composeEditors,
};

/** For a digest of the record alone. */
export const NO_NEWS: DigestNews = { changes: [], unanswered: [], feedback: [], openProposals: 0 };

/**
 * What an order asks for, for the runs of a window. The same order, window, record and news make the same digest.
 * @throws RangeError where a lead of the order is no ISO 8601 duration, or its zone is none
 */
export function composeDigest(
  order: DigestOrder,
  window: DigestWindow,
  record: DigestRecord,
  news: DigestNews = NO_NEWS,
): Digest {
  const digest = COMPOSERS[order.digest](order, window, record, news);
  return { ...digest, notes: dueNotes(order, window, digest) };
}

/** That runs were missed, and that the digest is late. */
function dueNotes({ schedule: { timeZone } }: DigestOrder, { due, late }: DigestWindow, { days }: Digest): string[] {
  const last = due.at(-1);
  const missed = due.length - 1;
  const earlier = missed === 1 ? 'An earlier digest was' : `${sentence(spelledNumber(missed))} earlier digests were`;
  return [
    ...(missed > 0 ? [`${earlier} missed: this one is for ${daysOfYear(days)}.`] : []),
    ...(late && last ? [`Due ${momentInWords(last, timeZone)}, posted late.`] : []),
  ];
}
