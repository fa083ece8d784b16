import type { Citation, Statement } from '../answer/answer.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import type { RecordChange } from '../store/record-changes.ts';
import type { DigestKind } from './order.ts';

/** One heading of a digest with its lines. */
export interface DigestSection {
  /** Empty where the title says it all. */
  heading: string;
  /** Each is a line of its own, with its citations. */
  lines: Statement[];
  /** Small print below the lines. */
  note?: string;
}

/** What is posted: plain data that a renderer turns into its own form. */
export interface Digest {
  kind: DigestKind;
  title: string;
  /** The days that it tells of. */
  days: DaySpan;
  /** Whether it has nothing to tell. Its one section says so then. */
  empty: boolean;
  sections: DigestSection[];
  /** What a reader must know first: that it is late, and for which days it stands. */
  notes: string[];
  /** The editors' caveats of the events that are told in full, each with its event's title. */
  caveats: string[];
  citations: Citation[];
}

/** The runs that one digest answers for: one, or several where earlier ones were missed. */
export interface DigestWindow {
  /** Days that an `on-this-day` or `week-ahead` digest begins with: from the run's own day to the day before the next run. */
  days: DaySpan;
  /** After which moment, and until when, something counts as new: since the last run that was accounted for. */
  since: Date;
  until: Date;
  /** When the runs were due, the oldest first; one at least. */
  due: readonly Date[];
  /** Whether the last of them was due so long ago that readers should be told. */
  late: boolean;
}

/** What digests tell besides the record. */
export interface DigestNews {
  /** What was added to or changed in the record within the window. */
  changes: readonly RecordChange[];
  /** For editors: questions without an answer, where the operator lets them be kept. */
  unanswered: readonly { text: string; at: Date }[];
  /** For editors: what people said of answers. */
  feedback: readonly { verdict: string; comment: string | null; events: readonly string[]; at: Date }[];
  /** For editors: how many suggestions wait for a decision. */
  openProposals: number;
}
