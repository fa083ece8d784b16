import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

/**
 * Opens a store among the machine's temporary files; its closing takes it away with all that it held.
 * @throws StoreError
 */
export async function openTemporaryStore(): Promise<Store> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-playground-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const store = await openStore({
      database: { kind: 'sqlite', file: join(folder, 'dateline.db') },
      encryptionKeys: [],
      keepUnanswered: false,
    });
    return {
      ...store,
      close: async () => {
        await store.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
