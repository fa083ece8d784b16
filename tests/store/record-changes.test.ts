import { expect, test } from 'vitest';
import type { NotedEvent, RecordChange } from '../../src/store/record-changes.ts';
import { at } from '../support/outbox.ts';
import { failureOf, overEachDatabase } from '../support/stores.ts';

const event = (event: string, fields: Record<string, string> = { title: '1' }): NotedEvent => ({ event, fields });

overEachDatabase('changes of the record', (place) => {
  test('are none when a timeline is noted for the first time, whatever it holds', async () => {
    const { recordChanges } = await place().open();
    expect(await recordChanges.note('iraq', [event('a'), event('b')], at(0))).toEqual([]);
    expect(await recordChanges.note('empty', [], at(0))).toEqual([]);
    expect(await recordChanges.between(at(-1), at(9))).toEqual([]);
    expect(await recordChanges.note('empty', [event('a')], at(1))).toMatchObject([{ kind: 'added', event: 'a' }]);
  });

  test('are what is new, changed and gone, with the fields that changed', async () => {
    const { recordChanges } = await place().open();
    await recordChanges.note(
      'iraq',
      [event('same'), event('gone'), event('z', { title: '1', date: '1', place: '1', sources: '1' })],
      at(0),
    );
    const changes = await recordChanges.note(
      'iraq',
      [event('z', { title: '2', date: '1', actors: '1', sources: '2' }), event('new'), event('same')],
      at(1),
    );
    const expected: RecordChange[] = [
      { timeline: 'iraq', event: 'gone', kind: 'removed', fields: [], notedAt: at(1) },
      { timeline: 'iraq', event: 'new', kind: 'added', fields: [], notedAt: at(1) },
      {
        timeline: 'iraq',
        event: 'z',
        kind: 'changed',
        fields: ['actors', 'place', 'sources', 'title'],
        notedAt: at(1),
      },
    ];
    expect(changes).toEqual(expected);
    expect(await recordChanges.between(at(0), at(1))).toEqual(expected);
    expect(await recordChanges.note('iraq', [event('same'), event('new')], at(2))).toMatchObject([
      { event: 'z', kind: 'removed' },
    ]);
    expect(await recordChanges.note('iraq', [event('same'), event('new'), event('gone')], at(3))).toMatchObject([
      { event: 'gone', kind: 'added' },
    ]);
  });

  test('are noted once by several processes that load the same', async () => {
    const stores = [await place().open(), await place().open(), await place().open()];
    for (const [time, events] of [
      [0, [event('a')]],
      [1, [event('a', { title: '2' }), event('b')]],
    ] as const) {
      const noted = await Promise.all(stores.map(({ recordChanges }) => recordChanges.note('iraq', events, at(time))));
      expect(noted.filter((changes) => changes.length > 0)).toHaveLength(time);
    }
    expect(await stores[0]!.recordChanges.between(at(0), at(1))).toHaveLength(2);
  });

  test('are told after one moment and until another, oldest first, 1,000 at most', async () => {
    const { recordChanges } = await place().open();
    for (const timeline of ['b', 'a']) await recordChanges.note(timeline, [], at(0));
    await recordChanges.note('b', [event('1')], at(1));
    await recordChanges.note('a', [event('2')], at(2));
    await recordChanges.note('b', [event('1'), event('3')], at(2));
    const told = async (after: number, until: number) =>
      (await recordChanges.between(at(after), at(until))).map(({ timeline, event }) => timeline + event);
    expect(await told(0, 2)).toEqual(['b1', 'a2', 'b3']);
    expect(await told(1, 2)).toEqual(['a2', 'b3']);
    expect(await told(0, 1)).toEqual(['b1']);
    const many = Array.from({ length: 1_500 }, (_, number) => event(`${number}`.padStart(4, '0')));
    expect(await recordChanges.note('a', [event('2'), ...many], at(3))).toHaveLength(1_500);
    expect((await recordChanges.between(at(2), at(3))).map(({ event }) => event)).toEqual(
      many.slice(0, 1_000).map(({ event }) => event),
    );
  });

  test('are forgotten by their age, the record as it was noted is not', async () => {
    const { recordChanges } = await place().open();
    await recordChanges.note('iraq', [], at(0));
    await recordChanges.note('iraq', [event('a')], at(1));
    await recordChanges.note('iraq', [event('a'), event('b')], at(2));
    expect(await recordChanges.purge(at(1))).toBe(0);
    expect(await recordChanges.purge(at(2))).toBe(1);
    expect(await recordChanges.between(at(0), at(9))).toMatchObject([{ event: 'b' }]);
    expect(await recordChanges.note('iraq', [event('a'), event('b')], at(3))).toEqual([]);
  });

  test('that cannot be kept are noted the next time', async () => {
    const { recordChanges } = await place().open();
    await recordChanges.note('iraq', [event('a')], at(0));
    const broken = { event: 'b', fields: undefined as never };
    const failure = await failureOf(recordChanges.note('iraq', [event('a', { title: '2' }), broken], at(1)));
    expect(failure).toMatchObject({ name: 'StoreError' });
    expect(await recordChanges.between(at(0), at(1))).toEqual([]);
    expect(await recordChanges.note('iraq', [event('a', { title: '2' })], at(2))).toHaveLength(1);
  });
});
