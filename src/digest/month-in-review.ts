import type { Statement } from '../answer/answer.ts';
import type { BriefEvent, Coverage } from '../answer/browse/index.ts';
import { counted, joinWords, plain, strong } from '../answer/wording.ts';
import { localDay } from '../calendar/local-day.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import { formatEdtf } from '../record/format-date.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import type { Digest, DigestWindow } from './digest.ts';
import { DigestDraft, line } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { eventLine } from './event-line.ts';
import { firstFew, milestonesIn } from './falling.ts';
import { fits, narrows } from './filter.ts';
import { leftOut } from './left-out.ts';
import { comingLine } from './occasion-lines.ts';
import type { DigestOrder, Filter } from './order.ts';

/** Most events and milestones of a month that are told. */
const EVENTS = 15;
const MILESTONES = 8;
/** Most kinds of event that are counted one by one. */
const KINDS = 6;

/**
 * The months that had ended when the runs were due: the record's events of each in order with how many there are of each kind,
 * what the record covers where that ends before, and the milestones that the month had.
 */
export function composeMonthInReview(order: DigestOrder, window: DigestWindow, record: DigestRecord): Digest {
  const draft = new DigestDraft();
  const months = monthsBefore(window.due, order.schedule.timeZone);
  const unheld = months.flatMap((month) => review(draft, order.filter, month, record));
  const names = joinWords(months.map(formatEdtf));
  return draft.finish(
    {
      kind: order.digest,
      title: `${months.length === 1 ? 'The month' : 'The months'} in review, ${names}`,
      days: { first: daysOf(months[0]!).first, last: daysOf(months.at(-1)!).last },
    },
    [...unheld, `No milestone fell in ${names}.`].join(' '),
  );
}

/** The month before each moment, `YYYY-MM`, by a zone's calendar; each once, in order. */
function monthsBefore(due: readonly Date[], timeZone: string): string[] {
  const months = due.map((moment) =>
    Temporal.PlainDate.from(localDay(moment, timeZone)).toPlainYearMonth().subtract({ months: 1 }).toString(),
  );
  return [...new Set(months)].sort();
}

function daysOf(month: string): DaySpan {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return { first: `${month}-01`, last: `${month}-${daysInMonth}` };
}

/** Adds what there is to tell of a month. @returns the sentence that the record holds no event of it, where it holds none */
function review(draft: DigestDraft, filter: Filter, month: string, record: DigestRecord): string[] {
  const days = daysOf(month);
  const coverages = record.coverage().filter(({ timeline }) => (filter.timeline ?? timeline) === timeline);
  const limits = coverages.flatMap((coverage) => limitOf(coverage, days, coverages.length > 1));
  const events = coverages
    .flatMap(({ timeline }) =>
      record
        .events({ timeline })
        .filter((event) => isOf(event, days))
        .flatMap(({ id }) => record.brief(id, { timeline }) ?? []),
    )
    .filter((brief) => fits(brief, filter));
  const fitting = narrows(filter) ? ` that ${events.length < 2 ? 'fits' : 'fit'} the filter` : '';
  const { kept, left } = firstFew(milestonesIn(record, filter, days), MILESTONES);
  const unheld = [`The record holds no event of ${formatEdtf(month)}${fitting}.`, ...limits].join(' ');
  if (events.length > 0) {
    const told = weightiest(events);
    draft.section(
      formatEdtf(month),
      [countLine(events, `${formatEdtf(month)}${fitting}`, limits), ...told.map((brief) => eventLine(draft, brief))],
      events.length === told.length ? undefined : `And ${events.length - told.length} more: ${inSlack(month)}`,
    );
  } else if (kept.length > 0) {
    draft.section(formatEdtf(month), [line('lead', [plain(unheld)])]);
  }
  const milestones = kept.map((falling) => comingLine(draft, falling));
  draft.section(`Milestones of ${formatEdtf(month)}`, milestones, leftOut(left));
  return events.length > 0 ? [] : [unheld];
}

/** An event belongs to the month in which it lies; one that lasted longer, to the month in which it began. */
function isOf({ when }: TimelineEvent, { first, last }: DaySpan): boolean {
  return when.first >= first && when.first <= last && (when.last <= last || when.precision === 'interval');
}

/** The weightiest events of a month, in order of date. */
function weightiest(events: readonly BriefEvent[]): BriefEvent[] {
  const kept = new Set([...events].sort((a, b) => b.weight - a.weight).slice(0, EVENTS));
  return events.filter((event) => kept.has(event));
}

/** How many events the record holds, said to be a count of the record; how many of each kind. */
function countLine(events: readonly BriefEvent[], of: string, limits: readonly string[]): Statement {
  const kinds = [...Map.groupBy(events, ({ kind }) => kind.one).values()]
    .map((same) => ({ count: same.length, ...same[0]!.kind }))
    .sort((a, b) => b.count - a.count || (a.one < b.one ? -1 : 1));
  const few = kinds.length <= KINDS;
  // A kind that is called no more than an event says nothing beside the count of events.
  const named = kinds.filter(({ count, one }) => one !== 'event' && (few || count > 1)).slice(0, KINDS);
  const others = events.length - named.reduce((sum, { count }) => sum + count, 0);
  const byKind = joinWords([
    ...named.map(({ count, one, many }) => counted(count, one, many)),
    ...(others === 0 || named.length === 0 ? [] : [counted(others, 'other')]),
  ]);
  const kindsTold = byKind === '' ? '' : `: ${byKind}`;
  return line('lead', [
    plain('The record holds '),
    strong(counted(events.length, 'event')),
    plain([` of ${of}${kindsTold}. It does not hold everything that happened.`, ...limits].join(' ')),
  ]);
}

/** Where a month is not covered, or in part only. */
function limitOf({ title, from, to }: Coverage, { first, last }: DaySpan, named: boolean): string[] {
  if (from <= first && to >= last) return [];
  return [`${named ? `“${title}”` : 'It'} covers ${formatEdtf(from)} to ${formatEdtf(to)}.`];
}

function inSlack(month: string): string {
  return `/dateline timeline ${formatEdtf(month).toLowerCase()}`;
}
