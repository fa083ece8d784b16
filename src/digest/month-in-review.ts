import type { BriefEvent, Coverage } from '../answer/browse/index.ts';
import { counted, joinWords, plain, strong } from '../answer/wording.ts';
import { localDay } from '../calendar/local-day.ts';
import type { DaySpan } from '../calendar/occasion.ts';
import { formatEdtf } from '../record/format-date.ts';
import type { Digest, DigestWindow } from './digest.ts';
import { DigestDraft, line } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { eventLine } from './event-line.ts';
import { firstFew, milestonesIn } from './falling.ts';
import { fits, narrows } from './filter.ts';
import { comingLine } from './occasion-lines.ts';
import type { DigestOrder, Filter } from './order.ts';

/** Most events and milestones of a month that are told. */
const EVENTS = 15;
const MILESTONES = 8;

/**
 * The months that had ended when the runs were due: the record's events of each in order with how many there are of each kind,
 * what the record covers where that ends before, and the milestones that the month had.
 */
export function composeMonthInReview(order: DigestOrder, window: DigestWindow, record: DigestRecord): Digest {
  const draft = new DigestDraft();
  const months = monthsBefore(window.due, order.schedule.timeZone);
  for (const month of months) review(draft, order.filter, month, record);
  const days = { first: daysOf(months[0]!).first, last: daysOf(months.at(-1)!).last };
  const names = joinWords(months.map(formatEdtf));
  const title = `${months.length === 1 ? 'The month' : 'The months'} in review, ${names}`;
  return draft.finish(
    { kind: order.digest, title, days },
    `The record holds no event${narrows(order.filter) ? ' that fits the filter' : ''} of ${names}, and no milestone fell then.`,
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

function review(draft: DigestDraft, filter: Filter, month: string, record: DigestRecord): void {
  const days = daysOf(month);
  const coverages = record.coverage().filter(({ timeline }) => (filter.timeline ?? timeline) === timeline);
  for (const coverage of coverages) noteCoverage(draft, coverage, days, coverages.length > 1);
  const events = coverages
    .flatMap(({ timeline }) => record.events({ timeline }).map(({ id }) => record.brief(id, { timeline })))
    .filter((brief) => brief !== undefined && isOf(brief, days) && fits(brief, filter)) as BriefEvent[];
  const kept = weightiest(events, EVENTS);
  draft.section(
    formatEdtf(month),
    events.length === 0 ? [] : [countLine(events, month, filter), ...kept.map((brief) => eventLine(draft, brief))],
    events.length === kept.length
      ? undefined
      : `And ${events.length - kept.length} more: /dateline timeline ${formatEdtf(month).toLowerCase()}`,
  );
  const milestones = firstFew(milestonesIn(record, filter, days), MILESTONES);
  draft.section(
    `Milestones of ${formatEdtf(month)}`,
    milestones.kept.map((falling) => comingLine(draft, falling)),
    milestones.more === 0 ? undefined : `And ${milestones.more} more`,
  );
}

/** An event belongs to the month in which it lies; one that lasted longer, to the month in which it began. */
function isOf({ event: { when } }: BriefEvent, { first, last }: DaySpan): boolean {
  return when.first >= first && when.first <= last && (when.last <= last || when.precision === 'interval');
}

function weightiest(events: readonly BriefEvent[], most: number): BriefEvent[] {
  const kept = new Set([...events].sort((a, b) => b.weight - a.weight).slice(0, most));
  return events.filter((event) => kept.has(event));
}

function countLine(events: readonly BriefEvent[], month: string, filter: Filter) {
  const kinds = [...Map.groupBy(events, ({ kind }) => kind.one)]
    .map(([, same]) => ({ count: same.length, kind: same[0]!.kind }))
    .sort((a, b) => b.count - a.count || (a.kind.one < b.kind.one ? -1 : 1));
  const fitting = narrows(filter) ? ' that fit the filter' : '';
  return line('lead', [
    plain('The record holds '),
    strong(counted(events.length, 'event')),
    plain(
      ` of ${formatEdtf(month)}${fitting}: ${joinWords(kinds.map(({ count, kind }) => counted(count, kind.one, kind.many)))}. It does not hold everything that happened.`,
    ),
  ]);
}

function noteCoverage(draft: DigestDraft, { title, from, to }: Coverage, days: DaySpan, named: boolean): void {
  const record = named ? `“${title}”` : 'The record';
  if (to < days.first || from > days.last) {
    draft.note(
      `${record} covers ${formatEdtf(from)} to ${formatEdtf(to)}: no event of ${formatEdtf(days.first.slice(0, 7))}.`,
    );
  } else if (to < days.last) {
    draft.note(`${record} covers ${formatEdtf(days.first.slice(0, 7))} until ${formatEdtf(to)} only.`);
  }
}
