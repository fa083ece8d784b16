/** The time, and waiting for it. Both come in from outside, so that a test can hold them still. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something later. @returns a function that calls it off */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own clock. What waits on it does not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
