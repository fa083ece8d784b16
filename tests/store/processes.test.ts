import { expect, test } from 'vitest';
import { MIGRATIONS, SCHEMA } from '../../src/store/database/migrations/index.ts';
import { runTogether, StoreProcess } from '../support/store-processes/run.ts';
import { overEachDatabase } from '../support/stores.ts';

const PROPOSAL = {
  team: 'T1',
  channel: 'C1',
  user: 'U1',
  kind: 'event',
  event: null,
  text: 'A drone fell.',
  date: null,
  sourceUrl: null,
} as const;

overEachDatabase('several processes', (place) => {
  test('that start at once on an empty database make it once, and all work', { timeout: 60_000 }, async () => {
    const found = await runTogether('start', 6, place().settings);
    expect(found).toEqual(Array(6).fill(null));
    const done = await place().sql('select name from dateline_migrations order by name');
    expect(done.at(-1)).toMatchObject({ name: SCHEMA });
    expect(done).toHaveLength(Object.keys(MIGRATIONS).length);
  });

  test('claim each delivery once among them', { timeout: 60_000 }, async () => {
    const keys = Array.from({ length: 200 }, (_, number) => `Ev${number}`);
    const got = await runTogether<string[]>('claim', 4, place().settings, () => ({ keys }));
    expect(got.flat().sort()).toEqual([...keys].sort());
  });

  test('decide each proposal once among them', { timeout: 60_000 }, async () => {
    const { proposals } = await place().open();
    const ids: string[] = [];
    for (let number = 0; number < 100; number++) ids.push((await proposals.add(PROPOSAL, new Date(0))).id);
    const decided = await runTogether<string[]>('decide', 4, place().settings, (index) => ({
      ids,
      editor: `editor ${index}`,
    }));
    expect(decided.flat().sort()).toEqual([...ids].sort());
    const editors = new Map(decided.flatMap((own, index) => own.map((id) => [id, `editor ${index}`] as const)));
    for (const { id, decided } of await proposals.list('T1')) expect(decided?.by).toBe(editors.get(id));
  });
});

overEachDatabase('a process that is killed as it writes', (place) => {
  test('leaves everything that it was told is kept, and nothing in half', { timeout: 60_000 }, async () => {
    const writer = new StoreProcess('write', place().settings);
    const kept: string[] = [];
    while (kept.length < 50) kept.push(await writer.hears());
    await writer.kill();

    const { proposals } = await place().open();
    const found = await proposals.list('T1', { limit: 100_000 });
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(kept));
    // The last one may be kept though the process was killed before it could say so.
    const numbers = found.map(({ text }) => Number.parseInt(text, 10)).reverse();
    expect(numbers).toEqual(Array.from({ length: found.length }, (_, index) => index + 1));
    for (const { text } of found) expect(text).toMatch(/^\d+ (long ){2000}$/);
  });
});
