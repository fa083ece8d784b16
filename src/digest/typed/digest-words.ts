import type { DigestKind } from '../order.ts';

/** What people call each digest, hyphens and spaces being the same; the first is what Dateline writes. */
export const DIGEST_WORDS: Readonly<Record<DigestKind, readonly [string, ...string[]]>> = {
  'on-this-day': ['digest', 'digests', 'on this day', 'anniversaries', 'anniversary'],
  'week-ahead': ['week-ahead', 'the week ahead', 'weekahead', 'ahead'],
  reminders: ['reminders', 'reminder', 'remind'],
  'month-in-review': ['month', 'month in review', 'month review', 'review'],
  'record-changes': ['changes', 'record changes', 'change', 'corrections', 'new and corrected'],
  editors: ['editors', 'editor', 'for editors'],
};

/** Which days a digest comes on where none are named, as the last three fields of a cron expression. */
export const USUAL_DAYS: Readonly<Record<DigestKind, string>> = {
  'on-this-day': '* * *',
  'week-ahead': '* * 1',
  reminders: '* * *',
  'month-in-review': '1 * *',
  'record-changes': '* * 5',
  editors: '* * 1',
};
