import type { LinkType } from '../../record/event-schema.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Answer, AnswerKind } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { plain, strong } from '../wording.ts';

/** What an event answered: its own links back, and other events' links that lead to it. */
export function causesOf(event: TimelineEvent, timeline: Timeline): TimelineEvent[] {
  return linked(event, timeline, ['retaliation-for', 'responds-to'], ['led-to'], ['follows']);
}

/** What answered or followed an event: links of other events back to it, and its own that lead on. */
export function sequelsOf(event: TimelineEvent, timeline: Timeline): TimelineEvent[] {
  const answered = event.linkedFrom
    .filter((link) => ['retaliation-for', 'responds-to'].includes(link.type))
    .map((link) => link.from);
  const led = (event.links ?? []).filter((link) => link.type === 'led-to').map((link) => link.to);
  const followed = event.linkedFrom.filter((link) => link.type === 'follows').map((link) => link.from);
  return toEvents(firstNonEmpty([...new Set([...answered, ...led])], followed), timeline);
}

function linked(
  event: TimelineEvent,
  timeline: Timeline,
  back: LinkType[],
  toHere: LinkType[],
  loose: LinkType[],
): TimelineEvent[] {
  const own = (event.links ?? []).filter((link) => back.includes(link.type)).map((link) => link.to);
  const others = event.linkedFrom.filter((link) => toHere.includes(link.type)).map((link) => link.from);
  const weak = (event.links ?? []).filter((link) => loose.includes(link.type)).map((link) => link.to);
  return toEvents(firstNonEmpty(own, others, weak), timeline);
}

function firstNonEmpty(...lists: string[][]): string[] {
  return [...new Set(lists.find((list) => list.length > 0) ?? [])];
}

function toEvents(ids: readonly string[], timeline: Timeline): TimelineEvent[] {
  return ids.flatMap((id) => timeline.byId.get(id) ?? []).sort((a, b) => (a.when.first < b.when.first ? -1 : 1));
}

/** Why: what the event answered, by the record's links, and its own account. */
export function composeCause(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const linkedCauses = causesOf(event, timeline);
  const strict = (event.links ?? []).some((link) => link.type === 'retaliation-for');
  const answers =
    (event.links ?? []).some((link) => link.type === 'responds-to') ||
    event.linkedFrom.some((link) => link.type === 'led-to');
  // What it merely followed is no reason for it.
  const causes = strict || answers ? linkedCauses : [];
  const draft = new Draft();
  if (causes.length > 0) {
    draft.say(
      'lead',
      [
        plain(strict ? 'In retaliation for: ' : 'In answer to: '),
        strong(causes.map((cause) => `${cause.title}, ${formatEdtf(cause.date)}`).join('; ')),
        plain('.'),
      ],
      causes.flatMap((cause) => draft.citer.dating(cause)),
    );
  }
  draft.say(
    causes.length > 0 ? 'detail' : 'lead',
    [strong(formatEdtf(event.date)), plain(`: ${event.title}. ${event.summary}`)],
    draft.citer.supporting(event, 'summary', 'date'),
    event.id,
  );
  if (event.attribution.note !== undefined) {
    draft.say('detail', [plain(event.attribution.note)], draft.citer.supporting(event, 'attribution', 'by'), event.id);
  }
  draft.about(ask.question.intent?.attributes.lead === 'cause' ? [...causes, event] : [event, ...causes]);
  return draft.finish('answered', 'cause', timeline.card.name);
}

/** What followed: one event told, or several listed. */
export function composeSequel(
  ask: Ask,
  event: TimelineEvent,
  sequels: readonly TimelineEvent[],
  kind: AnswerKind = 'sequel',
): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about(sequels);
  const first = sequels[0]!;
  draft.say(
    'lead',
    [strong(formatEdtf(first.date)), plain(`: ${first.title}, after ${event.title} (${formatEdtf(event.date)}).`)],
    draft.citer.supporting(first, 'date'),
    first.id,
  );
  draft.say('detail', [plain(first.summary)], draft.citer.supporting(first, 'summary', 'date'), first.id);
  for (const sequel of sequels.slice(1)) {
    draft.say(
      'item',
      [strong(formatEdtf(sequel.date)), plain(`: ${sequel.title}`)],
      draft.citer.dating(sequel),
      sequel.id,
    );
  }
  draft.value({ date: first.date, ...(first.home ? { washington: first.home.edtf } : {}) });
  return draft.finish('answered', kind, timeline.card.name);
}

/** No link leads on from an event: its own account stands, and the next event at the same place is no more than that. */
export function composeUnlinked(ask: Ask, event: TimelineEvent, next: TimelineEvent | undefined): Answer {
  const { name } = ask.engine.timeline.card;
  const draft = new Draft().about([event]);
  draft.say(
    'lead',
    [plain('The record links no later event to '), strong(formatEdtf(event.date)), plain(`, ${event.title}.`)],
    draft.citer.dating(event),
    event.id,
  );
  draft.say('detail', [plain(event.summary)], draft.citer.supporting(event, 'summary', 'date'), event.id);
  if (next) {
    draft.say(
      'note',
      [plain('Next at the same place: '), strong(formatEdtf(next.date)), plain(`, ${next.title}.`)],
      draft.citer.supporting(next, 'date'),
      next.id,
    );
    draft.near([next]);
  }
  draft.value({ date: event.date });
  return draft.finish('answered', 'sequel', name);
}
