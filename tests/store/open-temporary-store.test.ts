import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openTemporaryStore } from '../../src/store/open-temporary-store.ts';

test('a temporary store keeps what it is given until it is closed, and leaves nothing behind', async () => {
  const store = await openTemporaryStore();
  const other = await openTemporaryStore();
  expect(existsSync(store.location)).toBe(true);
  expect(other.location).not.toBe(store.location);
  const user = { team: 'T0', user: 'U0' };
  await store.userSettings.change(user, { timeline: 'ferries' }, new Date());
  expect(await store.userSettings.get(user)).toMatchObject({ timeline: 'ferries' });
  expect(await other.userSettings.get(user)).not.toMatchObject({ timeline: 'ferries' });
  await store.close();
  expect(existsSync(dirname(store.location))).toBe(false);
  expect(existsSync(other.location)).toBe(true);
  await other.close();
});
