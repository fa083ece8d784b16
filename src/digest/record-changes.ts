import type { Statement } from '../answer/answer.ts';
import { fieldsInWords } from '../answer/field-words.ts';
import { joinWords, plain, strong } from '../answer/wording.ts';
import type { RecordChange } from '../store/record-changes.ts';
import { daysInWords } from './day-words.ts';
import type { Digest, DigestNews, DigestWindow } from './digest.ts';
import { DigestDraft, line } from './digest-draft.ts';
import type { DigestRecord } from './digest-record.ts';
import { eventLine } from './event-line.ts';
import { fits } from './filter.ts';
import { newsDays } from './news-days.ts';
import type { DigestOrder } from './order.ts';

/** Most events that are told of what was added, of what was corrected, and of what was removed. */
const TOLD = 12;

/** What was added to the record, corrected in it and removed from it within the window. */
export function composeRecordChanges(
  order: DigestOrder,
  window: DigestWindow,
  record: DigestRecord,
  news: DigestNews,
): Digest {
  const draft = new DigestDraft();
  const changes = eventsChanged(news.changes).filter(
    ({ timeline }) => (order.filter.timeline ?? timeline) === timeline,
  );
  const held = changes.flatMap((change) => {
    const brief = record.brief(change.event, { timeline: change.timeline });
    return brief && change.kind !== 'removed' && fits(brief, order.filter) ? [{ change, brief }] : [];
  });
  held.sort((a, b) => (a.brief.event.when.first < b.brief.event.when.first ? -1 : 1));
  const told = (heading: string, lines: Statement[], count: number) =>
    draft.section(heading, lines, count > lines.length ? `And ${count - lines.length} more` : undefined);

  const added = held.filter(({ change }) => change.kind === 'added');
  told(
    'New in the record',
    added.slice(0, TOLD).map(({ brief }) => eventLine(draft, brief)),
    added.length,
  );
  const corrected = held.filter(({ change }) => change.kind === 'changed');
  told(
    'Corrected',
    corrected
      .slice(0, TOLD)
      .map(({ change, brief }) => eventLine(draft, brief, `. Corrected: ${joinWords(fieldsInWords(change.fields))}`)),
    corrected.length,
  );
  // Whether it would fit the filter cannot be told any more, and that it is withdrawn concerns everybody who was told of it.
  const removed = changes.filter(({ kind }) => kind === 'removed');
  told('Removed', removed.slice(0, TOLD).map(removedLine), removed.length);

  const days = newsDays(order, window);
  return draft.finish(
    { kind: order.digest, title: `Changes of the record, ${daysInWords(days)}`, days },
    'Nothing was added to the record, corrected in it or removed from it.',
  );
}

/** What became of each event over all of its changes; what a reader never sees does not count. */
function eventsChanged(changes: readonly RecordChange[]): RecordChange[] {
  const events = Map.groupBy(changes, ({ timeline, event }) => `${timeline}/${event}`);
  return [...events.values()].flatMap((several) => {
    const [first, last] = [several[0]!, several.at(-1)!];
    const fields = [...new Set(several.flatMap((change) => change.fields))].sort();
    if (last.kind === 'removed') return first.kind === 'added' ? [] : [last];
    if (first.kind === 'added') return [{ ...last, kind: 'added', fields: [] }];
    // Removed and added again: which of its fields differ is not known.
    if (several.some(({ kind }) => kind !== 'changed')) return [{ ...last, kind: 'added', fields: [] }];
    return fieldsInWords(fields).length === 0 ? [] : [{ ...last, fields }];
  });
}

function removedLine({ event }: RecordChange): Statement {
  return line('item', [strong(event), plain(': no longer in the record')]);
}
