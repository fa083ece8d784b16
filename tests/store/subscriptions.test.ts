import { expect, test } from 'vitest';
import type { Subscription } from '../../src/store/subscriptions.ts';
import { at, claimAt, deliveryTo, keysOf, SUBSCRIPTION } from '../support/outbox.ts';
import { overEachDatabase } from '../support/stores.ts';

overEachDatabase('subscriptions', (place) => {
  test('are kept as they were made', async () => {
    const { subscriptions } = await place().open();
    const order = { kind: 'daily', at: ['08:30'], filter: null, words: 'NUL \0, half \ud83d, “quotes”, 🚀' };
    const kept = await subscriptions.add({ ...SUBSCRIPTION, order }, at(-1));
    expect(kept).toEqual({
      ...SUBSCRIPTION,
      order,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      createdAt: at(-1),
      lastRunAt: null,
      snoozedUntil: null,
      paused: null,
    });
    expect(await subscriptions.find(kept)).toEqual(kept);
    expect(await subscriptions.find({ team: 'T2', id: kept.id })).toBeUndefined();
  });

  test('are listed oldest first, by channel and person, of one workspace, and no more than asked for', async () => {
    const { subscriptions } = await place().open();
    const second = await subscriptions.add(SUBSCRIPTION, at(2));
    const first = await subscriptions.add({ ...SUBSCRIPTION, user: 'U2' }, at(1));
    const third = await subscriptions.add({ ...SUBSCRIPTION, channel: 'C2' }, at(3));
    await subscriptions.add({ ...SUBSCRIPTION, team: 'T2' }, at(0));
    expect(await subscriptions.list('T1')).toEqual([first, second, third]);
    expect(await subscriptions.list('T1', { channel: 'C1' })).toEqual([first, second]);
    expect(await subscriptions.list('T1', { user: 'U1' })).toEqual([second, third]);
    expect(await subscriptions.list('T1', { channel: 'C1', user: 'U1' })).toEqual([second]);
    expect(await subscriptions.list('T1', { limit: 1 })).toEqual([first]);
    expect(await subscriptions.list('T3')).toEqual([]);
  });

  test('are due from their next run on, of all workspaces, the longest overdue first', async () => {
    const { subscriptions } = await place().open();
    expect(await subscriptions.nextDue()).toBeNull();
    const later = await subscriptions.add({ ...SUBSCRIPTION, nextRunAt: at(9) }, at(0));
    const sooner = await subscriptions.add({ ...SUBSCRIPTION, team: 'T2', nextRunAt: at(5) }, at(1));
    await subscriptions.add({ ...SUBSCRIPTION, nextRunAt: null }, at(0));
    expect(await subscriptions.nextDue()).toEqual(at(5));
    expect(await subscriptions.due(new Date(at(5).getTime() - 1), 9)).toEqual([]);
    const placeOf = ({ id, team, channel }: Subscription) => ({ id, team, channel });
    expect(await subscriptions.due(at(5), 9)).toEqual([placeOf(sooner)]);
    expect(await subscriptions.due(at(9), 9)).toEqual([placeOf(sooner), placeOf(later)]);
    expect(await subscriptions.due(at(9), 1)).toEqual([placeOf(sooner)]);
    const ids = [later.id, 'nobody', sooner.id];
    expect(await subscriptions.findDue(ids, at(9))).toEqual([later, sooner]);
    expect(await subscriptions.findDue(ids, at(5))).toEqual([sooner]);
    expect(await subscriptions.findDue([], at(9))).toEqual([]);
  });

  test('are snoozed until a moment, and go on before when somebody wants that', async () => {
    const { subscriptions } = await place().open();
    const kept = await subscriptions.add(SUBSCRIPTION, at(0));
    expect(await subscriptions.snooze(kept, at(60))).toBe(true);
    expect(await subscriptions.find(kept)).toEqual({ ...kept, snoozedUntil: at(60) });
    expect(await subscriptions.due(at(1), 9)).toHaveLength(1);
    expect(await subscriptions.snooze(kept, null)).toBe(true);
    expect(await subscriptions.find(kept)).toEqual(kept);
    expect(await subscriptions.snooze({ team: 'T2', id: kept.id }, at(60))).toBe(false);
    expect(await subscriptions.find(kept)).toEqual(kept);
  });

  test('are removed with what waits or is held for them, and nothing of others', async () => {
    const { subscriptions, outbox } = await place().open();
    const kept = await subscriptions.add(SUBSCRIPTION, at(0));
    const other = await subscriptions.add(SUBSCRIPTION, at(0));
    await outbox.add([deliveryTo('C1', 'held', kept.id)], at(0));
    const [claimed] = await claimAt(outbox, 0);
    await outbox.hold(claimed!, { reason: 'x', inDoubt: false, now: at(0), notices: [], channelFreeAt: at(0) });
    await outbox.add([deliveryTo('C1', 'a', kept.id), deliveryTo('C1', 'b', other.id), deliveryTo('C1', 'c')], at(0));
    expect(await subscriptions.remove({ team: 'T2', id: kept.id })).toBeUndefined();
    expect(await subscriptions.remove(kept)).toEqual(kept);
    expect(await subscriptions.remove(kept)).toBeUndefined();
    expect(await subscriptions.find(kept)).toBeUndefined();
    expect(keysOf(await outbox.list({ states: ['dropped'] }))).toEqual(['a', 'held']);
    expect(keysOf(await claimAt(outbox, 1))).toEqual(['b']);
  });

  test('are resumed only where they were paused', async () => {
    const { subscriptions } = await place().open();
    const kept = await subscriptions.add(SUBSCRIPTION, at(0));
    expect(await subscriptions.resume(kept, { now: at(60), since: at(0) })).toBe(false);
    expect(await subscriptions.find(kept)).toEqual(kept);
    expect(await subscriptions.count()).toEqual({ active: 1, paused: 0 });
  });

  test('are removed once where several remove them at the same moment', async () => {
    const stores = [await place().open(), await place().open(), await place().open()];
    const kept = await stores[0]!.subscriptions.add(SUBSCRIPTION, at(0));
    const removed = await Promise.all(stores.map(({ subscriptions }) => subscriptions.remove(kept)));
    expect(removed.filter((one) => one !== undefined)).toEqual([kept]);
  });
});
