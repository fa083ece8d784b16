import type { BriefEvent } from '../answer/browse/index.ts';
import type { DaySpan, Occasion } from '../calendar/occasion.ts';
import { daysBetween } from '../record/edtf.ts';
import type { DigestRecord } from './digest-record.ts';
import { fits, within } from './filter.ts';
import type { Filter } from './order.ts';

/** An occasion with its event in short. */
export interface Falling {
  occasion: Occasion;
  brief: BriefEvent;
  /** The days on which it falls: of an event that lasted some days, from its start to its end. */
  days: DaySpan;
}

/**
 * The occasions that begin within a span and that a filter lets through, in order of rank. One of several days, a month or a
 * year is told where it begins, so that digests of consecutive days tell each occasion once.
 */
export function beginningIn(record: DigestRecord, filter: Filter, span: DaySpan): Falling[] {
  const found = record.occasions(span, within(filter)).flatMap((occasion) => {
    const { first, last, event, timeline, milestone } = occasion;
    if (first < span.first || first > span.last || (filter.milestonesOnly && !milestone)) return [];
    const brief = record.brief(event.id, { timeline });
    return brief && fits(brief, filter) ? [{ occasion, brief, days: { first, last } }] : [];
  });
  return joined(found);
}

/** The milestones among them. */
export function milestonesIn(record: DigestRecord, filter: Filter, span: DaySpan): Falling[] {
  return beginningIn(record, { ...filter, milestonesOnly: true }, span);
}

/** Most days from the start of an event to its end for both to be told as one. */
const SHORT = 6;

/** What lasted some days, told once where both its start and its end are told. */
function joined(falling: readonly Falling[]): Falling[] {
  const starts = falling.filter(({ occasion }) => occasion.part === 'start');
  const ends = falling.filter(({ occasion }) => occasion.part === 'end');
  const endOf = new Map(starts.map((start) => [start, ends.find((end) => isEndOf(end, start))]));
  const ended = new Set(endOf.values());
  return falling.flatMap((each): Falling[] => {
    if (ended.has(each)) return [];
    const end = endOf.get(each);
    const { occasion, brief, days } = each;
    return end ? [{ brief, occasion: { ...occasion, part: 'whole' }, days: { ...days, last: end.days.last } }] : [each];
  });
}

function isEndOf({ occasion: end }: Falling, { occasion: start }: Falling): boolean {
  return (
    end.event === start.event &&
    end.years === start.years &&
    [start, end].every(({ precision }) => precision === 'day') &&
    daysBetween(start.first, end.first) <= SHORT
  );
}

/** The first so many in order of rank, and those that are left; both with the earliest days first. */
export function firstFew(falling: readonly Falling[], most: number): { kept: Falling[]; left: Falling[] } {
  return { kept: byDay(falling.slice(0, most)), left: byDay(falling.slice(most)) };
}

function byDay(falling: readonly Falling[]): Falling[] {
  return [...falling].sort((a, b) => (a.days.first < b.days.first ? -1 : a.days.first > b.days.first ? 1 : 0));
}
