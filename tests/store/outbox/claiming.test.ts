import { expect, test } from 'vitest';
import { at, claimAt, deliveryTo, FARTHEST, keysOf, LEASE } from '../../support/outbox.ts';
import { overEachDatabase } from '../../support/stores.ts';

const FREE = { channelFreeAt: at(0) };

overEachDatabase('a claim', (place) => {
  test('takes the oldest delivery of each channel, with what its process needs to know', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'b'), deliveryTo('C2', 'c')], at(1));
    await outbox.add([deliveryTo('C1', 'a')], at(2));
    const claimed = await claimAt(outbox, 5);
    expect(keysOf(claimed)).toEqual(['b', 'c']);
    expect(claimed[0]).toEqual({
      ...deliveryTo('C1', 'b'),
      state: 'claimed',
      createdAt: at(1),
      notBefore: at(1),
      attempts: 1,
      firstTriedAt: at(5),
      reason: null,
      posted: null,
      claim: expect.any(String),
      leaseUntil: at(5 + LEASE),
      inDoubt: false,
    });
    expect(await outbox.count()).toEqual({ waiting: 1, claimed: 2, posted: 0, held: 0, dropped: 0 });
  });

  test('leaves a channel alone that has a delivery under way, and until it has rested', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a'), deliveryTo('C1', 'b')], at(0));
    const [first] = await claimAt(outbox, 0);
    expect(await claimAt(outbox, 1)).toEqual([]);
    expect(await outbox.nextClaim()).toEqual(at(LEASE));
    await outbox.markPosted(first!, { messageTs: '1.1', now: at(2), channelFreeAt: at(3) });
    expect(await outbox.nextClaim()).toEqual(at(3));
    expect(await outbox.claim({ ...request(3), now: new Date(at(3).getTime() - 1) })).toEqual([]);
    expect(keysOf(await claimAt(outbox, 3))).toEqual(['b']);
  });

  test('takes the channel first that has been free the longest, so that none falls behind', async () => {
    const { outbox } = await place().open();
    await outbox.add(
      ['C1', 'C2', 'C3'].flatMap((channel) => [deliveryTo(channel, channel), deliveryTo(channel, `${channel} again`)]),
      at(0),
    );
    for (const [key, freeAt] of [
      ['C1', 9],
      ['C2', 5],
      ['C3', 7],
    ] as const) {
      const [claimed] = await claimAt(outbox, 1, 1);
      expect(keysOf([claimed!])).toEqual([key]);
      await outbox.markPosted(claimed!, { messageTs: '1.1', now: at(1), channelFreeAt: at(freeAt) });
    }
    expect(keysOf(await claimAt(outbox, 9, 1))).toEqual(['C2 again']);
    expect(keysOf(await claimAt(outbox, 9, 1))).toEqual(['C3 again']);
  });

  test('passes over a delivery that must wait, and takes it in its time', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a')], at(0));
    await outbox.add([deliveryTo('C1', 'b')], at(1));
    const [first] = await claimAt(outbox, 1);
    await outbox.postpone(first!, { notBefore: at(20), reason: 'timeout', inDoubt: false, ...FREE });
    const [second] = await claimAt(outbox, 2);
    expect(second).toMatchObject({ key: 'b', reason: null });
    await outbox.markPosted(second!, { messageTs: '1.1', now: at(2), ...FREE });
    expect(await outbox.nextClaim()).toEqual(at(20));
    expect(await claimAt(outbox, 19)).toEqual([]);
    expect(await claimAt(outbox, 20)).toMatchObject([
      { key: 'a', attempts: 2, firstTriedAt: at(1), reason: 'timeout', inDoubt: false },
    ]);
  });

  test('that ended without a word is taken over in doubt, before what is older', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a')], at(0));
    const [older] = await claimAt(outbox, 0);
    await outbox.postpone(older!, { notBefore: at(10), reason: 'x', inDoubt: false, ...FREE });
    await outbox.add([deliveryTo('C1', 'b')], at(1));
    const [lost] = await claimAt(outbox, 1);
    expect(lost!.key).toBe('b');
    expect(await claimAt(outbox, LEASE)).toEqual([]);
    const [taken] = await claimAt(outbox, LEASE + 1);
    expect(taken).toMatchObject({ key: 'b', inDoubt: true, attempts: 2, firstTriedAt: at(1) });
    expect(taken!.claim).not.toBe(lost!.claim);
    expect(await outbox.markPosted(lost!, { messageTs: '9.9', now: at(99), ...FREE })).toBe(false);
    expect(await outbox.find('b')).toMatchObject({ state: 'claimed', posted: null });
  });

  test('that nobody took over still holds after its lease', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a')], at(0));
    const [late] = await claimAt(outbox, 0);
    expect(await outbox.markPosted(late!, { messageTs: '1.1', now: at(LEASE + 9), ...FREE })).toBe(true);
    expect(await claimAt(outbox, LEASE + 9)).toEqual([]);
  });

  test('lets a lease or a rest that a clock made which had leapt end with a lease from now', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a'), deliveryTo('C2', 'b'), deliveryTo('C2', 'c')], at(0));
    const tomorrow = 86_400;
    const [leased, posted] = await claimAt(outbox, tomorrow);
    await outbox.markPosted(posted!, { messageTs: '1.1', now: at(tomorrow), channelFreeAt: at(tomorrow + 1) });
    expect(await claimAt(outbox, tomorrow + LEASE - FARTHEST)).toEqual([]);
    expect(await claimAt(outbox, 5)).toEqual([]);
    expect(await outbox.nextClaim()).toEqual(at(5 + LEASE));
    expect(await claimAt(outbox, 4 + LEASE)).toEqual([]);
    expect(await claimAt(outbox, 5 + LEASE)).toMatchObject([
      { key: 'a', inDoubt: true },
      { key: 'c', inDoubt: false },
    ]);
    expect(await outbox.markPosted(leased!, { messageTs: '1.1', now: at(5), ...FREE })).toBe(false);
  });

  test('is not taken over by who has it, whatever a clock says of its lease', async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a'), deliveryTo('C2', 'b')], at(0));
    const [mine] = await claimAt(outbox, 0, 1);
    const claimed = await outbox.claim({ ...request(2 * LEASE), besides: [mine!] });
    expect(keysOf(claimed)).toEqual(['b']);
    expect(await outbox.markPosted(mine!, { messageTs: '1.1', now: at(2 * LEASE), ...FREE })).toBe(true);
  });

  test('takes no more than asked for, and those that have waited longest', async () => {
    const { outbox } = await place().open();
    for (let number = 9; number > 0; number--) {
      await outbox.add([deliveryTo(`C${number}`, `${number}`)], at(9 - number));
    }
    expect(keysOf(await claimAt(outbox, 10, 4))).toEqual(['9', '8', '7', '6']);
    expect(keysOf(await claimAt(outbox, 10, 4))).toEqual(['5', '4', '3', '2']);
    expect(keysOf(await claimAt(outbox, 10, 4))).toEqual(['1']);
  });

  test('is not kept from what waits by channels whose deliveries were dropped', async () => {
    const { outbox } = await place().open();
    for (const number of [1, 2, 3]) await outbox.add([deliveryTo(`C${number}`, `${number}`)], at(number));
    await outbox.drop('1');
    await outbox.drop('2');
    expect(keysOf(await claimAt(outbox, 5, 1))).toEqual(['3']);
    expect(await claimAt(outbox, 5)).toEqual([]);
  });

  test('by several at once takes each delivery once', async () => {
    const stores = [await place().open(), await place().open(), await place().open()];
    const deliveries = Array.from({ length: 60 }, (_, number) => deliveryTo(`C${number % 20}`, `${number}`));
    await stores[0]!.outbox.add(deliveries, at(0));
    const rounds = await Promise.all(stores.map(({ outbox }) => claimAt(outbox, 1, 10)));
    const keys = keysOf(rounds.flat());
    expect(new Set(keys).size).toBe(keys.length);
    const channels = rounds.flat().map(({ channel }) => channel);
    expect(new Set(channels).size).toBe(channels.length);
  });
});

overEachDatabase('the next claim', (place) => {
  test('is possible when the first channel is free and has something that need not wait', async () => {
    const { outbox } = await place().open();
    expect(await outbox.nextClaim()).toBeNull();
    await outbox.add([deliveryTo('C1', 'a')], at(7));
    expect(await outbox.nextClaim()).toEqual(at(7));
    const [claimed] = await claimAt(outbox, 8);
    await outbox.add([deliveryTo('C2', 'b')], at(9));
    expect(await outbox.nextClaim()).toEqual(at(9));
    await claimAt(outbox, 10);
    await outbox.markPosted(claimed!, { messageTs: '1.1', now: at(10), channelFreeAt: at(11) });
    expect(await outbox.nextClaim()).toEqual(at(10 + LEASE));
  });
});

function request(seconds: number) {
  return {
    holder: 'x',
    besides: [],
    now: at(seconds),
    leaseUntil: at(seconds + LEASE),
    farthest: at(seconds + FARTHEST),
    limit: 9,
  };
}
