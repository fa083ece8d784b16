import { addDays } from '../record/edtf.ts';
import { daysOfYear, onDays, weekdayAndDay } from './day-words.ts';
import type { Digest, DigestWindow } from './digest.ts';
import { DigestDraft } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { beginningIn, type Falling, firstFew, milestonesIn } from './falling.ts';
import { nothingFalls } from './nothing.ts';
import { comingLine } from './occasion-lines.ts';
import type { DigestOrder } from './order.ts';
import { sectionsByDay } from './sections-by-day.ts';

/** How many days ahead milestones are announced, and how many of them. */
const AHEAD = 30;
const ANNOUNCED = 4;

/** What happened on the days of a window in earlier years, headed by day where they are several; then the milestones to come. */
export function composeOnThisDay(order: DigestOrder, { days }: DigestWindow, record: DigestRecord): Digest {
  const draft = new DigestDraft();
  const falling = beginningIn(record, order.filter, days);
  const head = {
    kind: order.digest,
    title: `${days.first === days.last ? 'On this day' : 'On these days'}, ${daysOfYear(days)}`,
    days,
  };
  if (falling.length > 0) {
    const single = days.first === days.last;
    sectionsByDay(draft, falling, (day) => (single ? '' : weekdayAndDay(day)));
    announce(
      draft,
      milestonesIn(record, order.filter, { first: addDays(days.last, 1), last: addDays(days.last, AHEAD) }),
    );
  }
  return draft.finish(head, nothingFalls(order.filter, onDays(days)));
}

function announce(draft: DigestDraft, milestones: readonly Falling[]): void {
  const { kept, left } = firstFew(milestones, ANNOUNCED);
  draft.section(
    'Coming up',
    kept.map((falling) => comingLine(draft, falling)),
    left.length === 0 ? undefined : `And ${left.length} more in the next ${AHEAD} days`,
  );
}
