import type { Store } from '../store/store.ts';

/** The time, and waiting for it. Both come in from outside, so that a test can hold them still. */
export interface Clock {
  /** The moment by the clock that all processes go by which share the store. @throws StoreError */
  now(): Promise<Date>;
  /** Runs something in so many milliseconds. @returns a function that calls it off */
  after(ms: number, run: () => void): () => void;
}

/** The longest that a timer of Node can wait, in milliseconds: some 24 days. */
const LONGEST = 2 ** 31 - 1;

/** The store's clock: one machine whose own clock is wrong does not post too early, or take over what others are at. */
export function storeClock(store: Pick<Store, 'now'>): Clock {
  return {
    now: () => store.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST));
      return () => clearTimeout(timer);
    },
  };
}
