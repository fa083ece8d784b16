import { daysBetween } from '../../record/edtf.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { counted, plain, strong } from '../wording.ts';

/** Days from one event to another, the earlier first, by the local date of each. */
export function composeBetween(ask: Ask, a: TimelineEvent, b: TimelineEvent): Answer {
  const [earlier, later] = a.when.first <= b.when.first ? [a, b] : [b, a];
  const days = daysBetween(earlier.when.first, later.when.first);
  const draft = new Draft().about([a, b]);
  draft.say(
    'lead',
    [strong(spell(days)), plain(` between ${formatEdtf(earlier.date)} and ${formatEdtf(later.date)}.`)],
    [...draft.citer.dating(earlier), ...draft.citer.dating(later)],
  );
  for (const event of [earlier, later]) {
    draft.say('item', [strong(formatEdtf(event.date)), plain(`: ${event.title}`)], draft.citer.dating(event), event.id);
  }
  return finish(draft.warn(approximate([a, b])), ask, days);
}

/** Days from an event to the day of asking. */
export function composeSince(ask: Ask, event: TimelineEvent): Answer {
  const today = ask.today.toString();
  const days = daysBetween(event.when.first, today);
  const draft = new Draft().about([event]);
  const years = ask.today.since(Temporal.PlainDate.from(event.when.first), { largestUnit: 'years' });
  const long = days >= 365 ? ` (${duration(years)})` : '';
  draft.say(
    'lead',
    [strong(spell(days)), plain(`${long} from ${formatEdtf(event.date)} to ${formatEdtf(today)}: ${event.title}.`)],
    draft.citer.supporting(event, 'date'),
    event.id,
  );
  return finish(draft.warn(approximate([event])), ask, days);
}

/** How long an event lasted, by the two ends of its date. */
export function composeLength(ask: Ask, event: TimelineEvent): Answer {
  const days = daysBetween(event.when.first, event.when.last);
  const draft = new Draft().about([event]);
  const cites = draft.citer.supporting(event, 'date');
  if (event.when.precision !== 'interval') {
    draft.say(
      'lead',
      [plain(`The record has it on one date, ${formatEdtf(event.date)}: ${event.title}.`)],
      cites,
      event.id,
    );
    draft.say('detail', [plain(event.summary)], draft.citer.supporting(event, 'summary', 'date'), event.id);
    return draft.finish('answered', 'interval', ask.engine.timeline.card.name);
  }
  draft.say('lead', [strong(spell(days)), plain(`, ${formatEdtf(event.date)}: ${event.title}.`)], cites, event.id);
  return finish(draft, ask, days);
}

function finish(draft: Draft, ask: Ask, days: number): Answer {
  return draft.value({ days, iso: `P${days}D` }).finish('answered', 'interval', ask.engine.timeline.card.name);
}

function spell(days: number): string {
  return days === 0 ? 'The same day' : counted(days, 'day');
}

function duration(span: Temporal.Duration): string {
  return [
    span.years ? counted(span.years, 'year') : '',
    span.months ? counted(span.months, 'month') : '',
    span.days ? counted(span.days, 'day') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function approximate(events: readonly TimelineEvent[]): string | undefined {
  const loose = events.find(
    (event) => event.when.approximate || (event.when.precision !== 'day' && event.when.precision !== 'interval'),
  );
  return loose
    ? `The record dates ${loose.title} only to ${formatEdtf(loose.date)}: the span is as exact as that.`
    : undefined;
}
