import type { BriefEvent } from '../answer/browse/index.ts';
import type { DaySpan, Occasion } from '../calendar/occasion.ts';
import type { DigestRecord } from './digest-record.ts';
import { fits, within } from './filter.ts';
import type { Filter } from './order.ts';

/** An occasion with its event in short. */
export interface Falling {
  occasion: Occasion;
  brief: BriefEvent;
}

/**
 * The occasions that begin within a span and that a filter lets through, in order of rank. One of several days, a month or a
 * year is told where it begins, so that digests of consecutive days tell each occasion once.
 */
export function beginningIn(record: DigestRecord, filter: Filter, span: DaySpan): Falling[] {
  return record.occasions(span, within(filter)).flatMap((occasion) => {
    if (occasion.first < span.first || occasion.first > span.last) return [];
    if (filter.milestonesOnly && !occasion.milestone) return [];
    const brief = record.brief(occasion.event.id, { timeline: occasion.timeline });
    return brief && fits(brief, filter) ? [{ occasion, brief }] : [];
  });
}

/** The milestones among them. */
export function milestonesIn(record: DigestRecord, filter: Filter, span: DaySpan): Falling[] {
  return beginningIn(record, filter, span).filter(({ occasion }) => occasion.milestone);
}

/** The first so many in order of rank, those of the earliest days first; and how many there are besides. */
export function firstFew(falling: readonly Falling[], most: number): { kept: Falling[]; more: number } {
  const kept = falling.slice(0, most);
  kept.sort((a, b) => (a.occasion.first < b.occasion.first ? -1 : a.occasion.first > b.occasion.first ? 1 : 0));
  return { kept, more: falling.length - kept.length };
}
