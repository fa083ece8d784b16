import { expect, test } from 'vitest';
import { at, claimAt, deliveryTo, keysOf, SUBSCRIPTION } from '../../support/outbox.ts';
import { overEachDatabase } from '../../support/stores.ts';

const WHY = { reason: 'is_archived', now: at(5) };

overEachDatabase('a channel that is closed', (place) => {
  test('has its subscriptions paused, and what waits for them held, with notices to their people', async () => {
    const { outbox, subscriptions } = await place().open();
    const first = await subscriptions.add(SUBSCRIPTION, at(0));
    const second = await subscriptions.add({ ...SUBSCRIPTION, user: 'U2' }, at(1));
    await subscriptions.add({ ...SUBSCRIPTION, channel: 'C2' }, at(2));
    await subscriptions.add({ ...SUBSCRIPTION, team: 'T2' }, at(3));
    await outbox.add([deliveryTo('C1', 'a', first.id)], at(0));
    await outbox.add([deliveryTo('C1', 'b', second.id), deliveryTo('C1', 'notice'), deliveryTo('C2', 'c')], at(1));
    const claimed = (await claimAt(outbox, 2)).find(({ key }) => key === 'a')!;

    const paused = await outbox.pauseChannel(claimed, {
      ...WHY,
      notices: (paused) => paused.map(({ id, user }) => deliveryTo(user, `paused ${id}`)),
    });
    expect(paused).toEqual([
      { team: 'T1', id: first.id, channel: 'C1', user: 'U1' },
      { team: 'T1', id: second.id, channel: 'C1', user: 'U2' },
    ]);
    expect(await subscriptions.find(first)).toMatchObject({ paused: { reason: 'is_archived', at: at(5) } });
    expect(await subscriptions.count()).toEqual({ active: 2, paused: 2 });
    expect(await outbox.list({ states: ['held'] })).toMatchObject([
      { key: 'a', reason: 'is_archived' },
      { key: 'b', reason: 'is_archived' },
    ]);
    expect(keysOf(await claimAt(outbox, 5)).sort()).toEqual(
      ['notice', `paused ${first.id}`, `paused ${second.id}`].sort(),
    );
  });

  test('has nobody told a second time of what is paused already', async () => {
    const { outbox, subscriptions } = await place().open();
    const subscription = await subscriptions.add(SUBSCRIPTION, at(0));
    for (const [key, expected] of [
      ['a', [subscription.id]],
      ['b', []],
    ] as const) {
      await outbox.add([deliveryTo('C1', key, subscription.id)], at(0));
      const [claimed] = await claimAt(outbox, 1);
      const paused = await outbox.pauseChannel(claimed!, { ...WHY, notices: () => [] });
      expect(paused!.map(({ id }) => id)).toEqual(expected);
    }
    expect(keysOf(await outbox.list({ states: ['held'] }))).toEqual(['a', 'b']);
  });

  test('is sent what was held back, unless that is too old, once its subscription goes on', async () => {
    const { outbox, subscriptions } = await place().open();
    const subscription = await subscriptions.add(SUBSCRIPTION, at(0));
    const other = await subscriptions.add({ ...SUBSCRIPTION, channel: 'C2' }, at(0));
    await outbox.add([deliveryTo('C1', 'old', subscription.id)], at(0));
    await outbox.add([deliveryTo('C1', 'new', subscription.id), deliveryTo('C2', 'other', other.id)], at(20));
    for (const claimed of await claimAt(outbox, 20)) await outbox.pauseChannel(claimed, { ...WHY, notices: () => [] });
    expect(await subscriptions.due(at(99), 9)).toEqual([]);
    expect(await subscriptions.nextDue()).toBeNull();

    const times = { now: at(60), since: at(10) };
    expect(await subscriptions.resume(subscription, times)).toBe(true);
    expect(await subscriptions.resume(subscription, times)).toBe(false);
    expect(await subscriptions.findDue([subscription.id, other.id], at(60))).toMatchObject([
      { id: subscription.id, paused: null, nextRunAt: SUBSCRIPTION.nextRunAt },
    ]);
    expect((await outbox.find('old'))?.state).toBe('dropped');
    expect((await outbox.find('other'))?.state).toBe('held');
    expect(keysOf(await claimAt(outbox, 60))).toEqual(['new']);
  });
});
