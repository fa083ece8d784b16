import type { LogEntry } from '../record/correction-log.ts';
import { correctionsOf } from '../record/correction-log.ts';
import { formatEdtf } from '../record/format-date.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { counted } from './wording.ts';

/** How many corrections of an event are told with an answer from it. */
const TOLD = 2;

/** What a reader must be told with an answer from one event: that it is in doubt, its caveat, and what the record said wrongly. */
export function remarksOf(event: TimelineEvent): string[] {
  const corrections = correctionsOf(event).filter(({ correction }) => correction);
  const left = corrections.length - TOLD;
  return [
    ...(event.status ? [standing(event.status)] : []),
    ...(event.caveat === undefined ? [] : [event.caveat]),
    ...corrections.slice(-TOLD).map(changeInWords),
    ...(left > 0 ? [`${counted(left, 'more correction')} of this event: ask “what was corrected?”`] : []),
  ];
}

/** "Corrected on 22 November 2026: it said “21 wounded”, and says “29 wounded” now." */
export function changeInWords({ on, correction, status }: LogEntry): string {
  if (!correction) return status ? standing(status) : '';
  const { was, now } = correction;
  const since = now === 'nothing' ? 'which was taken out' : `and says “${now}” now`;
  return `Corrected on ${formatEdtf(on)}: it said “${was}”, ${since}.`;
}

function standing({ is, on, note }: NonNullable<TimelineEvent['status']>): string {
  const what = is === 'withdrawn' ? 'Withdrawn on' : 'Disputed, as noted on';
  return `${what} ${formatEdtf(on)}: ${note}${/[.!?]$/.test(note) ? '' : '.'}`;
}
