import { correctionLog } from '../../record/correction-log.ts';
import { formatEdtf } from '../../record/format-date.ts';
import type { Timeline } from '../../record/timeline.ts';
import type { Answer } from '../answer.ts';
import { Draft } from '../draft.ts';
import { changeInWords } from '../remarks.ts';
import { counted, plain, strong } from '../wording.ts';

/** How many corrections one answer tells. */
const TOLD = 20;

/**
 * What the record said once and says no more, the newest first, each with the sources that bear it out.
 * @param only the ids of the events that are meant; absent for all
 */
export function composeCorrections(timelines: readonly Timeline[], only?: ReadonlySet<string>): Answer {
  const all = timelines
    .flatMap((timeline) => correctionLog(timeline).map((entry) => ({ ...entry, timeline })))
    .filter(({ event }) => only === undefined || only.has(event.id))
    .sort((one, other) => (one.on > other.on ? -1 : one.on < other.on ? 1 : 0));
  const draft = new Draft();
  const events = new Set(all.map(({ event }) => event.id));
  if (all.length === 0) {
    const where = only === undefined ? 'The record holds' : 'The record of this event holds';
    draft.say('lead', [plain(`${where} `), strong('no correction'), plain(' so far.')], []);
  } else {
    draft.say(
      'lead',
      [
        plain('The record tells of '),
        strong(counted(all.length, 'correction')),
        plain(` in ${counted(events.size, 'event')}; the last is of ${formatEdtf(all[0]!.on)}.`),
      ],
      [],
    );
  }
  for (const { timeline, ...entry } of all.slice(0, TOLD)) {
    const { event } = entry;
    const held = timeline.byId.get(event.id);
    const keys = entry.sources.map(({ key }) => key);
    const cites = held ? (keys.length > 0 ? draft.citer.keys(held, keys) : draft.citer.dating(held)) : [];
    const runs = [strong(formatEdtf(event.date)), plain(`: ${event.title}. ${changeInWords(entry)}`)];
    draft.say('item', runs, cites, held ? event.id : undefined);
  }
  const left = all.length - TOLD;
  if (left > 0)
    draft.say('note', [plain(`${counted(left, 'earlier correction')}: the files of the record tell them.`)], []);
  const [first, ...others] = new Set(all.map(({ timeline }) => timeline.card.name));
  const { timeline: _none, ...answer } = draft.finish('answered', 'meta', '');
  return first === undefined || others.length > 0 ? answer : { ...answer, timeline: first };
}
