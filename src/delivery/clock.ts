/** The time, and waiting for it. Both come in from outside, so that a test can hold them still. */
export interface Clock {
  now(): Date;
  /** Runs something in so many milliseconds. @returns a function that calls it off */
  after(ms: number, run: () => void): () => void;
}

/** The longest that a timer of Node can wait, in milliseconds: some 24 days. */
const LONGEST = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST));
    return () => clearTimeout(timer);
  },
};
