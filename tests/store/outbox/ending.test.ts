import { expect, test } from 'vitest';
import type { ClaimedDelivery, OutboxRepository } from '../../../src/store/outbox.ts';
import type { Store } from '../../../src/store/store.ts';
import { at, claimAt, deliveryTo, keysOf, LEASE, SUBSCRIPTION } from '../../support/outbox.ts';
import { failureOf, overEachDatabase } from '../../support/stores.ts';

const FREE = { channelFreeAt: at(1) };
const POSTED = { messageTs: '1.1', now: at(3), ...FREE };
const LATER = { notBefore: at(9), reason: 'timeout', inDoubt: true, ...FREE };
const HELD = { reason: 'not_in_channel', inDoubt: false, now: at(3), notices: [], ...FREE };

async function claimOne({ outbox }: Store, subscription: string | null = null): Promise<ClaimedDelivery> {
  await outbox.add([deliveryTo('C1', 'a', subscription)], at(0));
  const [claimed] = await claimAt(outbox, 0);
  return claimed!;
}

overEachDatabase('a delivery that is claimed', (place) => {
  test('is posted', async () => {
    const store = await place().open();
    const claimed = await claimOne(store);
    expect(await store.outbox.markPosted(claimed, POSTED)).toBe(true);
    expect(await store.outbox.find('a')).toMatchObject({
      state: 'posted',
      posted: { messageTs: '1.1', at: at(3) },
      reason: null,
    });
    expect(await store.outbox.nextClaim()).toBeNull();
  });

  test('is posted together with others, each by its own claim', async () => {
    const store = await place().open();
    const keys = ['a', 'b', 'c', 'd'];
    await store.outbox.add(
      keys.map((key) => deliveryTo(key, key)),
      at(0),
    );
    const claimed = await claimAt(store.outbox, 0);
    await store.outbox.release(claimed[1]!);
    const marks = claimed.map((claim, index) => {
      const messageTs = index === 2 ? (null as unknown as string) : `${index}.1`;
      return store.outbox.markPosted(claim, { ...POSTED, messageTs });
    });
    const settled = await Promise.allSettled(marks);
    expect(settled.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))).toEqual([
      true,
      false,
      'failed',
      true,
    ]);
    expect(await Promise.all(keys.map(async (key) => (await store.outbox.find(key))!.state))).toEqual([
      'posted',
      'waiting',
      'claimed',
      'posted',
    ]);
    expect(keysOf(await claimAt(store.outbox, 2))).toEqual(['b']);
  });

  test('leaves its channel alone for as long as it says itself, whatever is written together with it', async () => {
    const { outbox } = await place().open();
    const next = { a: 20, b: 5, c: 10 };
    const channels = Object.keys(next);
    const deliveries = channels.flatMap((channel) => [
      deliveryTo(channel, channel),
      deliveryTo(channel, `${channel}2`),
    ]);
    await outbox.add(deliveries, at(0));
    const claimed = await claimAt(outbox, 0);
    const marks = claimed.map((claim) =>
      outbox.markPosted(claim, { ...POSTED, channelFreeAt: at(next[claim.channel as keyof typeof next]) }),
    );
    expect(await Promise.all(marks)).toEqual([true, true, true]);
    for (const [seconds, key] of [
      [5, 'b2'],
      [10, 'c2'],
      [20, 'a2'],
    ] as const) {
      expect(await outbox.nextClaim()).toEqual(at(seconds));
      expect(keysOf(await claimAt(outbox, seconds))).toEqual([key]);
    }
  });

  test('waits for another attempt, in doubt or not', async () => {
    const store = await place().open();
    const claimed = await claimOne(store);
    expect(await store.outbox.postpone(claimed, LATER)).toBe(true);
    expect(await store.outbox.find('a')).toMatchObject({ state: 'waiting', notBefore: at(9), reason: 'timeout' });
    const [again] = await claimAt(store.outbox, 9);
    expect(again).toMatchObject({ inDoubt: true, attempts: 2 });
    await store.outbox.postpone(again!, { ...LATER, inDoubt: false });
    expect(await claimAt(store.outbox, 9)).toMatchObject([{ inDoubt: false, attempts: 3 }]);
  });

  test('is given back as if nobody had had it', async () => {
    const store = await place().open();
    await store.outbox.add([deliveryTo('C1', 'a')], at(0));
    const before = await store.outbox.find('a');
    const [claimed] = await claimAt(store.outbox, 0);
    expect(await store.outbox.release(claimed!)).toBe(true);
    expect(await store.outbox.find('a')).toEqual(before);
    const [again] = await claimAt(store.outbox, 0);
    await store.outbox.postpone(again!, LATER);
    const [third] = await claimAt(store.outbox, 9);
    await store.outbox.release(third!);
    expect(await claimAt(store.outbox, 10)).toMatchObject([{ attempts: 2, firstTriedAt: at(0), inDoubt: true }]);
  });

  test('is held back, with notices of that', async () => {
    const store = await place().open();
    const claimed = await claimOne(store);
    const notices = [deliveryTo('U1', 'notice'), deliveryTo('C1', 'another notice')];
    expect(await store.outbox.hold(claimed, { ...HELD, notices })).toBe(true);
    expect(await store.outbox.find('a')).toMatchObject({ state: 'held', reason: 'not_in_channel' });
    expect(keysOf(await claimAt(store.outbox, 3))).toEqual(['another notice', 'notice']);
    expect(await claimAt(store.outbox, 9_999, 100).then(keysOf)).not.toContain('a');
  });

  test.each<[string, (outbox: OutboxRepository, claim: ClaimedDelivery) => Promise<unknown>, unknown]>([
    ['markPosted', (outbox, claim) => outbox.markPosted(claim, POSTED), false],
    ['postpone', (outbox, claim) => outbox.postpone(claim, LATER), false],
    ['release', (outbox, claim) => outbox.release(claim), false],
    ['hold', (outbox, claim) => outbox.hold(claim, { ...HELD, notices: [deliveryTo('U1', 'notice')] }), false],
    [
      'pauseChannel',
      (outbox, claim) =>
        outbox.pauseChannel(claim, { reason: 'x', now: at(3), notices: () => [deliveryTo('U1', 'notice')] }),
      undefined,
    ],
  ])('is left as it is by %s of a claim that does not hold any more', async (_, end, refused) => {
    const store = await place().open();
    await store.subscriptions.add(SUBSCRIPTION, at(0));
    const lost = await claimOne(store);
    const [taken] = await claimAt(store.outbox, LEASE);
    const before = await everything(store);
    expect(await end(store.outbox, lost)).toBe(refused);
    expect(await everything(store)).toEqual(before);
    await store.outbox.markPosted(taken!, POSTED);
    const after = await everything(store);
    expect(await end(store.outbox, taken!)).toBe(refused);
    expect(await everything(store)).toEqual(after);
  });

  test('is not tried again once its subscription was removed, but may still be posted', async () => {
    const store = await place().open();
    for (const [end, state] of [
      [(claim: ClaimedDelivery) => store.outbox.postpone(claim, LATER), 'dropped'],
      [(claim: ClaimedDelivery) => store.outbox.release(claim), 'dropped'],
      [(claim: ClaimedDelivery) => store.outbox.hold(claim, HELD), 'dropped'],
      [(claim: ClaimedDelivery) => store.outbox.markPosted(claim, POSTED), 'posted'],
    ] as const) {
      const subscription = await store.subscriptions.add(SUBSCRIPTION, at(0));
      await store.outbox.add([deliveryTo('C1', subscription.id, subscription.id)], at(0));
      const [claimed] = await claimAt(store.outbox, 1);
      await store.subscriptions.remove(subscription);
      expect(await end(claimed!)).toBe(true);
      expect(await store.outbox.find(subscription.id)).toMatchObject({ state });
    }
  });

  test('stays claimed where its notices cannot be kept', async () => {
    const store = await place().open();
    const claimed = await claimOne(store);
    const notices = [deliveryTo('U1', 'notice'), deliveryTo('U1', 'x'.repeat(201))];
    expect(await failureOf(store.outbox.hold(claimed, { ...HELD, notices }))).toMatchObject({ name: 'StoreError' });
    expect(await store.outbox.find('a')).toMatchObject({ state: 'claimed' });
    expect(await store.outbox.find('notice')).toBeUndefined();
    expect(await store.outbox.markPosted(claimed, POSTED)).toBe(true);
  });
});

async function everything({ outbox, subscriptions }: Store) {
  return [await outbox.list(), await outbox.nextClaim(), await subscriptions.list('T1')];
}
