import type { BriefEvent, Coverage, Within } from '../answer/browse/index.ts';
import type { DaySpan, Occasion } from '../calendar/occasion.ts';
import type { TimelineEvent } from '../record/timeline.ts';

/** What digests ask of the record; the facade is one. */
export interface DigestRecord {
  /** The occasions whose days touch a span, in order of rank. */
  occasions(span: DaySpan, within?: Within): readonly Occasion[];
  events(within?: Within): readonly TimelineEvent[];
  brief(id: string, within?: Within): BriefEvent | undefined;
  coverage(): readonly Coverage[];
}
