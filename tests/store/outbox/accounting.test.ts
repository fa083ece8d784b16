import { expect, test } from 'vitest';
import type { Accounting } from '../../../src/store/outbox.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Subscription } from '../../../src/store/subscriptions.ts';
import { at, claimAt, deliveryTo, keysOf, SUBSCRIPTION } from '../../support/outbox.ts';
import { failureOf, overEachDatabase, type Place } from '../../support/stores.ts';

function accountingOf(subscription: Subscription, key = 'a'): Accounting {
  return {
    subscription,
    expected: at(0),
    runs: [
      { at: at(0), outcome: 'too-late' },
      { at: at(60), outcome: 'owed' },
    ],
    nextRunAt: at(120),
    delivery: deliveryTo('C1', key, subscription.id),
  };
}

const ledger = ({ sql }: Place) =>
  sql('select run_at, outcome from subscription_runs order by run_at').then((rows) =>
    rows.map((row) => [new Date(Number(row.run_at)), row.outcome]),
  );

overEachDatabase('accounting for runs', (place) => {
  const everything = async ({ outbox, subscriptions }: Store) => [
    await outbox.list(),
    await outbox.nextClaim(),
    await subscriptions.list('T1'),
    await ledger(place()),
  ];

  test('writes the ledger, the next run and what is owed', async () => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    expect(await store.outbox.owe(accountingOf(subscription), at(61))).toBe(true);
    expect(await ledger(place())).toEqual([
      [at(0), 'too-late'],
      [at(60), 'owed'],
    ]);
    expect(await store.subscriptions.find(subscription)).toEqual({
      ...subscription,
      nextRunAt: at(120),
      lastRunAt: at(60),
    });
    expect(await store.outbox.list()).toEqual([
      {
        ...deliveryTo('C1', 'a', subscription.id),
        state: 'waiting',
        createdAt: at(61),
        notBefore: at(61),
        attempts: 0,
        firstTriedAt: null,
        reason: null,
        posted: null,
      },
    ]);
  });

  test('owes nothing where there is nothing to say', async () => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    const runs = [{ at: at(0), outcome: 'empty' as const }];
    expect(await store.outbox.owe({ subscription, expected: at(0), runs, nextRunAt: null }, at(1))).toBe(true);
    expect(await store.outbox.list()).toEqual([]);
    expect(await store.subscriptions.find(subscription)).toMatchObject({ nextRunAt: null, lastRunAt: at(0) });
  });

  test('counts what is new from the last digest on, not from a run that was passed over', async () => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    const runs = [{ at: at(0), outcome: 'snoozed' as const }];
    await store.outbox.owe({ subscription, expected: at(0), runs, nextRunAt: at(60) }, at(1));
    expect(await store.subscriptions.find(subscription)).toMatchObject({ nextRunAt: at(60), lastRunAt: null });
  });

  test.each<[string, (store: Store, subscription: Subscription) => Promise<unknown>]>([
    ['was accounted for', ({ outbox }, it) => outbox.owe(accountingOf(it, 'before'), at(61))],
    ['was removed', ({ subscriptions }, it) => subscriptions.remove(it)],
    [
      'was paused',
      async ({ outbox }) => {
        await outbox.add([deliveryTo('C1', 'before')], at(0));
        const [claimed] = await claimAt(outbox, 0);
        await outbox.pauseChannel(claimed!, { reason: 'is_archived', now: at(0), notices: () => [] });
      },
    ],
  ])('changes nothing where the subscription %s meanwhile', async (_, happen) => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    await happen(store, subscription);
    const before = await everything(store);
    expect(await store.outbox.owe(accountingOf(subscription), at(62))).toBe(false);
    expect(await everything(store)).toEqual(before);
  });

  test('is done for no other workspace', async () => {
    const store = await place().open();
    const { id } = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    const subscription = { ...SUBSCRIPTION, id, team: 'T2' } as Subscription;
    expect(await store.outbox.owe(accountingOf(subscription), at(61))).toBe(false);
  });

  test('puts nothing twice into the outbox, though a clock be put back', async () => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    await store.outbox.owe(accountingOf(subscription), at(61));
    const [claimed] = await claimAt(store.outbox, 61);
    await store.outbox.markPosted(claimed!, { messageTs: '1.1', now: at(61), channelFreeAt: at(62) });
    const again = { ...accountingOf(subscription), expected: at(120), nextRunAt: at(180) };
    expect(await store.outbox.owe(again, at(120))).toBe(true);
    await store.outbox.add([deliveryTo('C2', 'a')], at(121));
    expect(keysOf(await store.outbox.list())).toEqual(['a']);
    expect(await ledger(place())).toHaveLength(2);
    expect(await claimAt(store.outbox, 125)).toEqual([]);
  });

  test('that cannot be kept whole is not kept at all', async () => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    const before = await everything(store);
    const failure = await failureOf(store.outbox.owe(accountingOf(subscription, 'x'.repeat(201)), at(61)));
    expect(failure).toMatchObject({ name: 'StoreError', code: 'failed' });
    expect(failure.message).not.toContain('xxx');
    expect(await everything(store)).toEqual(before);
  });

  test('wins once where several account for the same run', async () => {
    const stores = [await place().open(), await place().open(), await place().open()];
    const subscription = await stores[0]!.subscriptions.add(SUBSCRIPTION, at(-1));
    const won = await Promise.all(
      stores.map(({ outbox }, index) => outbox.owe(accountingOf(subscription, `${index}`), at(61))),
    );
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(keysOf(await stores[0]!.outbox.list())).toEqual([`${won.indexOf(true)}`]);
  });

  test('is done for several at once, but for those that were accounted for', async () => {
    const store = await place().open();
    const all = await Promise.all(['a', 'b', 'c'].map(() => store.subscriptions.add(SUBSCRIPTION, at(-1))));
    await store.outbox.owe(accountingOf(all[1]!, 'before'), at(61));
    const accountings = all.map((subscription, index) => accountingOf(subscription, `${index}`));
    expect(await store.outbox.oweAll(accountings, at(61))).toEqual([true, false, true]);
    expect(keysOf(await store.outbox.list()).sort()).toEqual(['0', '2', 'before']);
    expect(await ledger(place())).toHaveLength(6);
  });

  test('is done for none of several where one cannot be kept', async () => {
    const store = await place().open();
    const all = await Promise.all(['a', 'b'].map(() => store.subscriptions.add(SUBSCRIPTION, at(-1))));
    const before = await everything(store);
    const accountings = [accountingOf(all[0]!, 'fits'), accountingOf(all[1]!, 'x'.repeat(201))];
    expect(await failureOf(store.outbox.oweAll(accountings, at(61)))).toMatchObject({ name: 'StoreError' });
    expect(await everything(store)).toEqual(before);
  });

  test('does not get stuck where several processes account for the same subscriptions in another order', async () => {
    const stores = [await place().open(), await place().open()];
    const all: Subscription[] = [];
    for (let n = 0; n < 20; n += 1) all.push(await stores[0]!.subscriptions.add(SUBSCRIPTION, at(-1)));
    const accountings = all.map((subscription) => accountingOf(subscription, subscription.id));
    const [one, other] = await Promise.all([
      stores[0]!.outbox.oweAll(accountings, at(61)),
      stores[1]!.outbox.oweAll(accountings.toReversed(), at(61)),
    ]);
    expect(one!.map((won, index) => won !== other!.toReversed()[index])).toEqual(all.map(() => true));
  });

  test('keeps thousands of runs that were missed', async () => {
    const store = await place().open();
    const subscription = await store.subscriptions.add(SUBSCRIPTION, at(-1));
    const runs = Array.from({ length: 3_000 }, (_, index) => ({ at: at(index), outcome: 'too-late' as const }));
    await store.outbox.owe({ subscription, expected: at(0), runs, nextRunAt: null }, at(3_000));
    expect(await ledger(place())).toHaveLength(3_000);
  });
});
