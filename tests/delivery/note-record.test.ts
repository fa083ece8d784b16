import { expect, test } from 'vitest';
import type { Dateline } from '../../src/dateline.ts';
import { noteRecord } from '../../src/delivery/note-record.ts';
import { createLog } from '../../src/log.ts';
import type { TimelineEvent } from '../../src/record/timeline.ts';
import { desk } from '../support/desk.ts';
import { useSqlite } from '../support/stores.ts';

const place = useSqlite();
const log = createLog('silent');
const at = (seconds: number) => new Date(Date.UTC(2027, 0, 1, 0, 0, seconds));
const [first, second, third] = desk().events() as [TimelineEvent, TimelineEvent, TimelineEvent];

const holding = (...events: TimelineEvent[]): Dateline => ({ ...desk(), timelines: ['one'], events: () => events });

test('the first record is noted without a change; then what is added, changed and removed is told, by its fields', async () => {
  const { recordChanges } = await place().open();
  await noteRecord(holding(first, second), recordChanges, { now: at(0), log });
  expect(await recordChanges.between(new Date(0), at(99))).toEqual([]);

  await noteRecord(holding(first, second), recordChanges, { now: at(1), log });
  expect(await recordChanges.between(new Date(0), at(99))).toEqual([]);

  const corrected = { ...first, title: 'Another title', date: '1979-11-05' };
  await noteRecord(holding(corrected, third), recordChanges, { now: at(2), log });
  const changes = await recordChanges.between(at(0), at(2));
  expect(changes.map(({ event, kind, fields }) => [event, kind, fields]).sort()).toEqual(
    [
      [first.id, 'changed', ['date', 'title']],
      [second.id, 'removed', []],
      [third.id, 'added', []],
    ].sort(),
  );
});

test('what is worked out of other events is no change of this one', async () => {
  const { recordChanges } = await place().open();
  await noteRecord(holding(first), recordChanges, { now: at(0), log });
  const linked = { ...first, linkedFrom: [{ type: 'follows' as const, from: second.id }], placesWithin: ['elsewhere'] };
  await noteRecord(holding(linked), recordChanges, { now: at(1), log });
  expect(await recordChanges.between(new Date(0), at(99))).toEqual([]);
});
