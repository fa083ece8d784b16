import { expect, test } from 'vitest';
import { overEachDatabase } from '../support/stores.ts';

const at = (now: number, until = 10_000) => ({ now: new Date(now), until: new Date(until) });

overEachDatabase('seen deliveries', (place) => {
  test('are claimed once', async () => {
    const { seenDeliveries } = await place().open();
    expect(await seenDeliveries.claim('Ev1', at(0))).toBe('claimed');
    expect(await seenDeliveries.claim('Ev1', at(1))).toBe('held');
    expect(await seenDeliveries.claim('Ev2', at(1))).toBe('claimed');
  });

  test('can be claimed again from the moment at which the claim expires, and once again', async () => {
    const { seenDeliveries } = await place().open();
    await seenDeliveries.claim('Ev1', at(0));
    expect(await seenDeliveries.claim('Ev1', at(9_999, 99_999))).toBe('held');
    expect(await seenDeliveries.claim('Ev1', at(10_000, 20_000))).toBe('claimed');
    expect(await seenDeliveries.claim('Ev1', at(19_999, 30_000))).toBe('held');
  });

  test('are settled until that is forgotten, whether they were claimed or not', async () => {
    const { seenDeliveries } = await place().open();
    await seenDeliveries.claim('Ev1', at(0));
    for (const key of ['Ev1', 'Ev2']) {
      await seenDeliveries.settle(key, new Date(50_000));
      expect(await seenDeliveries.claim(key, at(49_999, 60_000))).toBe('settled');
      expect(await seenDeliveries.claim(key, at(50_000, 60_000))).toBe('claimed');
      expect(await seenDeliveries.claim(key, at(50_001, 60_000))).toBe('held');
    }
  });

  test('can be claimed again once they were released, but not what is settled', async () => {
    const { seenDeliveries } = await place().open();
    for (const key of ['Ev1', 'Ev2', 'Ev3']) await seenDeliveries.claim(key, at(0));
    await seenDeliveries.settle('Ev3', new Date(10_000));
    for (const key of ['Ev1', 'Ev3', 'never claimed']) await seenDeliveries.release(key);
    expect(await seenDeliveries.claim('Ev1', at(1))).toBe('claimed');
    expect(await seenDeliveries.claim('Ev2', at(1))).toBe('held');
    expect(await seenDeliveries.claim('Ev3', at(1))).toBe('settled');
  });

  test('are forgotten once their claim has expired, and only then', async () => {
    const { seenDeliveries } = await place().open();
    await seenDeliveries.claim('Ev1', at(0, 10_000));
    await seenDeliveries.settle('Ev2', new Date(20_000));
    expect(await seenDeliveries.purge(new Date(9_999))).toBe(0);
    expect(await seenDeliveries.purge(new Date(10_000))).toBe(1);
    expect(await seenDeliveries.claim('Ev2', at(10_000, 20_000))).toBe('settled');
    expect(await place().sql('select key from seen_deliveries')).toHaveLength(1);
  });

  test('are claimed once where two connections claim at the same moment, for the first time and after', async () => {
    const stores = await Promise.all([place().open(), place().open()]);
    for (const [now, until] of [
      [0, 10_000],
      [10_000, 20_000],
    ] as const) {
      for (let round = 0; round < 20; round++) {
        const claims = stores.map(({ seenDeliveries }) => seenDeliveries.claim(`Ev${round}`, at(now, until)));
        expect((await Promise.all(claims)).sort()).toEqual(['claimed', 'held']);
      }
    }
  });
});
