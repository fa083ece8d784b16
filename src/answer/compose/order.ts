import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { dateRuns, plain } from '../wording.ts';
import { addTolls } from './tolls.ts';

const PICKS: Record<string, string> = {
  first: 'First',
  last: 'Latest',
  next: 'Next',
  previous: 'Latest',
  earlier: 'Earlier',
};

/** One event picked by its place in time, and out of how many it was picked. */
export function composeOrder(ask: Ask, event: TimelineEvent, among: readonly TimelineEvent[], pick: string): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about([event]);
  draft.say(
    'lead',
    [...dateRuns(event, timeline), plain(`: ${event.title}.`)],
    draft.citer.supporting(event, 'date', 'time'),
    event.id,
  );
  const others = among.filter((other) => other.id !== event.id);
  if (pick === 'earlier') {
    for (const other of others) {
      draft.say(
        'detail',
        [plain(`Later: ${formatEdtf(other.date)}, ${other.title}.`)],
        draft.citer.dating(other),
        other.id,
      );
    }
  } else {
    addTolls(draft, ask.engine, event);
    draft.say(
      'note',
      [
        plain(
          among.length === 1
            ? 'The only one that fits in this record, which does not hold everything that happened.'
            : `${PICKS[pick] ?? 'One'} of ${among.length} that fit in this record, which does not hold everything that happened.`,
        ),
      ],
      [],
    );
  }
  draft.value({ date: event.date, ...(event.home ? { washington: event.home.edtf } : {}) });
  return draft.finish('answered', 'order', timeline.card.name);
}
