import { formatEdtf } from '../../record/format-date.ts';
import type { Timeline, TimelineEvent } from '../../record/timeline.ts';
import type { Answer, Run } from '../answer.ts';
import type { Ask } from '../ask.ts';
import { Draft } from '../draft.ts';
import { actorNames, joinWords, plain, sentence, strong } from '../wording.ts';

/** Who did it, claimed it, was blamed, denied it, or was aimed at; with the people whom the event names. */
export function composeActor(ask: Ask, event: TimelineEvent): Answer {
  const { timeline } = ask.engine;
  const draft = new Draft().about([event]);
  const cites = draft.citer.supporting(event, 'by', 'attribution', 'against');
  const side = ask.question.intent?.attributes.side ?? 'did';
  draft.say(
    'lead',
    [...spaced(leadOf(side, event, timeline)), plain(` ${sentence(event.title)}, ${formatEdtf(event.date)}.`)],
    cites,
    event.id,
  );
  if (event.attribution.note !== undefined) draft.say('detail', [plain(event.attribution.note)], cites, event.id);
  const people = peopleOf(event, timeline);
  if (people !== undefined)
    draft.say('detail', [plain(people)], draft.citer.supporting(event, 'people', 'summary', 'by'), event.id);
  return draft.finish('answered', 'actor', timeline.card.name);
}

/** The runs of a lead without the space with which a part of it would follow another. */
function spaced([first, ...rest]: readonly Run[]): Run[] {
  return first ? [{ ...first, text: first.text.trimStart() }, ...rest] : [];
}

function leadOf(side: string, event: TimelineEvent, timeline: Timeline): Run[] {
  const { attribution } = event;
  const claimed = attribution.claimedBy ?? [];
  switch (side) {
    case 'claimed':
      if (claimed.length > 0) return [strong(actorNames(claimed, timeline)), plain(' claimed it.')];
      return [
        strong('No claim'),
        plain(' of responsibility is in the record: it is unclaimed.'),
        ...blame(event, timeline),
      ];
    case 'denied':
      return attribution.deniedBy?.length
        ? [strong(actorNames(attribution.deniedBy, timeline)), plain(' denied it.')]
        : [strong('No denial'), plain(' is in the record.')];
    case 'target':
      return event.against.length > 0 || event.people?.length
        ? [strong(targetNames(event, timeline)), plain('.')]
        : [strong('No target'), plain(' is named in the record.')];
    case 'blamed':
      return attribution.accused?.length ? blame(event, timeline) : doer(event, timeline);
    default:
      return doer(event, timeline);
  }
}

function doer(event: TimelineEvent, timeline: Timeline): Run[] {
  const names = actorNames(event.by, timeline);
  const { attribution } = event;
  if (event.by.every((id) => id === NOBODY_KNOWN)) return authorless(event, timeline);
  switch (attribution.status) {
    case 'unclaimed':
      return [strong('No group claimed it'), plain(`; the record has it as by ${names}.`), ...blame(event, timeline)];
    case 'claimed':
      return attribution.claimedBy?.length && attribution.claimedBy.join() !== event.by.join()
        ? [strong(names), plain(`; claimed by ${actorNames(attribution.claimedBy, timeline)}.`)]
        : [strong(names), plain('.')];
    case 'attributed':
      return [strong(names), plain(', by attribution, not by claim.'), ...blame(event, timeline)];
    case 'disputed':
    case 'denied':
      return [strong(names), plain(`: ${attribution.status}${deniers(event, timeline)}.`), ...blame(event, timeline)];
    default:
      return [strong(names), plain('.')];
  }
}

/** The actor that stands where nobody knows who did it; data/README.md. */
const NOBODY_KNOWN = 'unidentified';

/** Of what nobody is known to have done: who claimed it or denies it, and who is blamed. */
function authorless(event: TimelineEvent, timeline: Timeline): Run[] {
  const { status, claimedBy = [], deniedBy = [] } = event.attribution;
  const rest = blame(event, timeline);
  if (status === 'unclaimed') return [strong('No group claimed it'), plain(', and the record names nobody.'), ...rest];
  const claimed = claimedBy.length > 0 ? `; claimed by ${actorNames(claimedBy, timeline)}` : '';
  const denied = deniedBy.length > 0 ? `; denied by ${actorNames(deniedBy, timeline)}` : '';
  return [strong('Unidentified'), plain(`: the record names nobody as its author${claimed}${denied}.`), ...rest];
}

function deniers({ attribution }: TimelineEvent, timeline: Timeline): string {
  return attribution.deniedBy?.length ? ` by ${actorNames(attribution.deniedBy, timeline)}` : '';
}

function blame(event: TimelineEvent, timeline: Timeline): Run[] {
  const accused = event.attribution.accused ?? [];
  if (accused.length === 0) return [];
  const phrases = accused.map(({ actor, by }) => `${actorNames([actor], timeline)} (blamed by ${by})`);
  return [plain(' Blamed: '), strong(joinWords(phrases)), plain('.')];
}

function targetNames(event: TimelineEvent, timeline: Timeline): string {
  const people = (event.people ?? [])
    .filter(({ as }) => ['killed', 'wounded', 'target', 'captive'].includes(as))
    .map(({ person }) => timeline.gazetteer.people.get(person)?.name ?? person);
  return joinWords([...people, ...event.against.map((id) => timeline.gazetteer.actors.get(id)?.name ?? id)]);
}

function peopleOf(event: TimelineEvent, timeline: Timeline): string | undefined {
  if (!event.people?.length) return undefined;
  const phrases = event.people.map(({ person, as, note }) => {
    const known = timeline.gazetteer.people.get(person);
    const role = note ?? (as === 'other' ? known?.role : as);
    return `${known?.name ?? person}${role === undefined ? '' : ` (${role})`}`;
  });
  return `Named: ${joinWords(phrases)}.`;
}
