import { expect, test } from 'vitest';
import type { OutboxRepository } from '../../../src/store/outbox.ts';
import { at, claimAt, deliveryTo, keysOf, SUBSCRIPTION } from '../../support/outbox.ts';
import { overEachDatabase } from '../../support/stores.ts';

const FREE = { channelFreeAt: at(0) };

async function holdBack(outbox: OutboxRepository, keys: readonly string[], inDoubt = false): Promise<void> {
  await outbox.add(
    keys.map((key) => deliveryTo(`C${key}`, key)),
    at(0),
  );
  for (const claimed of await claimAt(outbox, 0)) {
    await outbox.hold(claimed, { reason: 'x', inDoubt, now: at(0), notices: [], ...FREE });
  }
}

overEachDatabase('the outbox, to the operator', (place) => {
  test('lists what is in it, oldest first, by state and no more than asked for', async () => {
    const { outbox } = await place().open();
    await holdBack(outbox, ['b', 'a']);
    await outbox.add([deliveryTo('C1', 'd')], at(2));
    await outbox.add([deliveryTo('C1', 'c')], at(1));
    expect(keysOf(await outbox.list())).toEqual(['a', 'b', 'c', 'd']);
    expect(keysOf(await outbox.list({ states: ['waiting'] }))).toEqual(['c', 'd']);
    expect(keysOf(await outbox.list({ states: ['waiting', 'held'], limit: 3 }))).toEqual(['a', 'b', 'c']);
    expect(await outbox.list({ states: [] })).toEqual([]);
    expect(await outbox.find('a')).toMatchObject({ key: 'a', state: 'held', reason: 'x', attempts: 1 });
    expect(await outbox.find('nothing')).toBeUndefined();
  });

  test('tries again what is held, one or all, and nothing else', async () => {
    const { outbox } = await place().open();
    await holdBack(outbox, ['a', 'b', 'c'], true);
    await outbox.add([deliveryTo('C1', 'd')], at(1));
    expect(await outbox.retry(at(5), 'a')).toBe(1);
    expect(await outbox.retry(at(5), 'a')).toBe(0);
    expect(await outbox.retry(at(5), 'nothing')).toBe(0);
    expect(await outbox.find('a')).toMatchObject({ state: 'waiting', notBefore: at(5), attempts: 0 });
    expect(await outbox.nextClaim()).toEqual(at(1));
    expect(await outbox.retry(at(6))).toBe(2);
    const claimed = await claimAt(outbox, 6);
    expect(claimed.map(({ key, inDoubt }) => [key, inDoubt])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', false],
    ]);
  });

  test('drops what waits or is held, and nothing else', async () => {
    const { outbox } = await place().open();
    await holdBack(outbox, ['held']);
    await outbox.add([deliveryTo('C1', 'claimed')], at(0));
    const [claimed] = await claimAt(outbox, 0);
    await outbox.add([deliveryTo('C1', 'waiting')], at(0));
    expect(await outbox.drop('held')).toBe(true);
    expect(await outbox.drop('waiting')).toBe(true);
    for (const key of ['held', 'claimed', 'nothing']) expect(await outbox.drop(key)).toBe(false);
    await outbox.markPosted(claimed!, { messageTs: '1.1', now: at(1), ...FREE });
    expect(await outbox.drop('claimed')).toBe(false);
    expect(await outbox.count()).toEqual({ waiting: 0, claimed: 0, posted: 1, held: 0, dropped: 2 });
    expect(await outbox.retry(at(2))).toBe(0);
    expect(await claimAt(outbox, 2)).toEqual([]);
  });

  test('loses what was posted or dropped long ago, and the ledger of that time', async () => {
    const { outbox, subscriptions } = await place().open();
    await holdBack(outbox, ['held']);
    const subscription = await subscriptions.add(SUBSCRIPTION, at(0));
    const runs = [at(0), at(10)].map((at) => ({ at, outcome: 'empty' as const }));
    await outbox.owe({ subscription, expected: at(0), runs, nextRunAt: null }, at(10));
    await outbox.add([deliveryTo('C1', 'dropped'), deliveryTo('C2', 'posted')], at(0));
    await outbox.drop('dropped');
    const [claimed] = await claimAt(outbox, 0);
    await outbox.markPosted(claimed!, { messageTs: '1.1', now: at(5), ...FREE });
    await outbox.add([deliveryTo('C1', 'waiting')], at(0));

    expect(await outbox.purge(at(0))).toBe(0);
    expect(await outbox.purge(at(5))).toBe(2);
    expect(keysOf(await outbox.list())).toEqual(['held', 'posted', 'waiting']);
    expect(await outbox.purge(at(6))).toBe(1);
    expect(await outbox.purge(at(99))).toBe(1);
    expect(keysOf(await outbox.list())).toEqual(['held', 'waiting']);
    expect(await place().sql('select * from subscription_runs')).toEqual([]);
  });
});
