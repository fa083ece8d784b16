import type { ListenerDeps } from '../deps.ts';

/** How long a process may take for what only one does at a time, in milliseconds; then another may. */
const LEASE = 15_000;

/** What this process is at, by key. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * Does some work while nobody else does work of that key, in this process or another. In this process one waits for the
 * other.
 * @returns nothing where another process is at it
 * @throws StoreError; what the work throws
 */
export async function oneAtATime<Result>(
  key: string,
  deps: Pick<ListenerDeps, 'store' | 'clock'>,
  work: () => Promise<Result>,
): Promise<{ result: Result } | undefined> {
  const before = underWay.get(key) ?? Promise.resolve();
  const mine = before.then(() => claimed(key, deps, work));
  const done = mine.catch(() => {});
  underWay.set(key, done);
  try {
    return await mine;
  } finally {
    if (underWay.get(key) === done) underWay.delete(key);
  }
}

async function claimed<Result>(
  key: string,
  { store: { seenDeliveries }, clock }: Pick<ListenerDeps, 'store' | 'clock'>,
  work: () => Promise<Result>,
): Promise<{ result: Result } | undefined> {
  const now = clock();
  const claim = await seenDeliveries.claim(key, { now, until: new Date(now.getTime() + LEASE) });
  if (claim !== 'claimed') return undefined;
  try {
    return { result: await work() };
  } finally {
    await seenDeliveries.release(key);
  }
}
