import type { EdtfDate } from '../record/edtf.ts';
import type { TimelineEvent } from '../record/timeline.ts';

/** A stretch of days, both ends within it, `YYYY-MM-DD`. */
export interface DaySpan {
  first: string;
  last: string;
}

/** An event's anniversary in one year, with its number of years. It is exact to what is known of the event's local date. */
export interface Occasion extends DaySpan {
  /** Name of the timeline that holds the event. */
  timeline: string;
  event: TimelineEvent;
  /** Which date of the event comes round again: its one date, or the start or the end of one that lasted. */
  part: 'whole' | 'start' | 'end';
  /** Whole years since, 1 at least. */
  years: number;
  /** How exactly that date is known. `first` and `last` are the same day where it is a day. */
  precision: EdtfDate['precision'];
  /** Whether the date is said to be about right only. */
  approximate: boolean;
  /** Whether the source was not sure of the date. */
  uncertain: boolean;
  /** Whether 28 February stands for a 29 February that the year does not have. */
  fromLeapDay: boolean;
  /** Whether the number of years is one that newsrooms plan for. */
  milestone: boolean;
  /** How much the event weighs in the record, for the order of occasions: a whole number, 0 at least. */
  weight: number;
}
