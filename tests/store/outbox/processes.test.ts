import { expect, test } from 'vitest';
import { at, claimAt, deliveryTo, keysOf, LEASE, SUBSCRIPTION } from '../../support/outbox.ts';
import { runTogether, StoreProcess } from '../../support/store-processes/run.ts';
import { overEachDatabase } from '../../support/stores.ts';

overEachDatabase('several processes that share an outbox', (place) => {
  test('post each delivery once among them', { timeout: 120_000 }, async () => {
    const { outbox } = await place().open();
    const deliveries = Array.from({ length: 200 }, (_, number) => deliveryTo(`C${number % 30}`, `${number}`));
    await outbox.add(deliveries, at(0));
    const had = await runTogether<string[]>('post', 4, place().settings, (index) => ({ holder: `${index}` }));
    expect(had.flat().sort()).toEqual(keysOf(deliveries).sort());
    const posters = new Map(had.flatMap((own, index) => own.map((key) => [key, `${index}`] as const)));
    for (const { key, posted } of await outbox.list({ limit: 1_000 })) {
      expect(posted?.messageTs).toBe(posters.get(key));
    }
  });

  test('account for each run once among them', { timeout: 120_000 }, async () => {
    const { subscriptions, outbox } = await place().open();
    const ids: string[] = [];
    for (let number = 0; number < 60; number++) {
      ids.push((await subscriptions.add({ ...SUBSCRIPTION, channel: `C${number % 7}` }, at(-1))).id);
    }
    const won = await runTogether<string[]>('owe', 4, place().settings, (index) => ({ ids, holder: `${index}` }));
    expect(won.flat().sort()).toEqual([...ids].sort());
    const owed = won.flatMap((own, index) => own.map((id) => `${id} by ${index}`));
    expect(keysOf(await outbox.list({ limit: 1_000 })).sort()).toEqual(owed.sort());
  });
});

overEachDatabase('a process that is killed as it posts', (place) => {
  test('leaves at most one delivery in doubt, and all others as it said', { timeout: 120_000 }, async () => {
    const { outbox } = await place().open();
    const deliveries = Array.from({ length: 500 }, (_, number) => deliveryTo(`C${number % 50}`, `${number}`));
    await outbox.add(deliveries, at(0));
    const poster = new StoreProcess('post-endlessly', place().settings);
    const heard: string[] = [];
    while (heard.length < 61) heard.push(await poster.hears());
    await poster.kill();

    // At one moment: the database may finish what it was sent before the process was killed.
    const rows = await place().sql("select key, state from outbox where state in ('posted', 'claimed')");
    const [posted, lost] = ['posted', 'claimed'].map((state) => rows.filter((row) => row.state === state));
    expect(posted!.map(({ key }) => key)).toEqual(expect.arrayContaining(said(heard, 'posted')));
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(said(heard, 'claimed')));
    expect(lost!.length).toBeLessThanOrEqual(1);
  });

  test('has what it had claimed taken over in doubt, once its lease has ended', { timeout: 60_000 }, async () => {
    const { outbox } = await place().open();
    await outbox.add([deliveryTo('C1', 'a'), deliveryTo('C2', 'b'), deliveryTo('C2', 'c')], at(0));
    const process = new StoreProcess('claim-and-stay', place().settings);
    expect(JSON.parse(await process.hears())).toEqual(['a', 'b']);
    await process.kill();
    expect(await claimAt(outbox, LEASE - 1)).toEqual([]);
    expect(await claimAt(outbox, LEASE)).toMatchObject([
      { key: 'a', inDoubt: true },
      { key: 'b', inDoubt: true },
    ]);
  });
});

/** The keys of what was said so. */
function said(words: readonly string[], what: string): string[] {
  return words.filter((line) => line.startsWith(what)).map((line) => line.slice(what.length + 1));
}
