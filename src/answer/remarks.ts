import type { LogEntry } from '../record/correction-log.ts';
import { correctionsOf } from '../record/correction-log.ts';
import { formatEdtf } from '../record/format-date.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { fieldsInWords } from './field-words.ts';

/** What a reader must be told with an answer from one event: that it is in doubt, its caveat, and that the record was corrected. */
export function remarksOf(event: TimelineEvent): string[] {
  const corrections = correctionsOf(event).filter(({ correction }) => correction);
  return [...doubtsOf(event), ...(corrections.length > 0 ? [correctedInWords(corrections)] : [])];
}

/** What a reader must be told of an event wherever it is told at all: that it is in doubt, and its caveat. */
export function doubtsOf({ status, caveat }: TimelineEvent): string[] {
  return [...(status ? [standing(status)] : []), ...(caveat === undefined ? [] : [caveat])];
}

/** "Corrected on 22 November 2026 (figures, summary): ask “what was corrected?”" */
function correctedInWords(corrections: readonly LogEntry[]): string {
  const last = corrections
    .map(({ on }) => on)
    .sort()
    .at(-1)!;
  const fields = corrections.filter(({ on }) => on === last).map(({ correction }) => correction!.field);
  const what = fieldsInWords([...new Set(fields)]).join(', ');
  return `Corrected on ${formatEdtf(last)} (${what}): ask “what was corrected?”`;
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
