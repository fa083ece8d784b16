import { expect, test } from 'vitest';
import { failureOf, overEachDatabase } from '../support/stores.ts';

overEachDatabase('a sign of life', (place) => {
  test('comes from a store that is open, and from no other', async () => {
    const store = await place().open();
    await store.ping();
    await store.close();
    expect((await failureOf(store.ping())).code).toBe('closed');
  });

  test('does not come where the tables are gone', async () => {
    const store = await place().open();
    await place().sql('drop table dateline_migrations');
    expect(await failureOf(store.ping())).toMatchObject({ name: 'StoreError' });
  });
});
