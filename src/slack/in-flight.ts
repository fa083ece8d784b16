/** Counts work that is under way, so that a stop can wait for it. */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>();

  /** Runs work and counts it until it ends, well or not. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    try {
      return await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** Waits until nothing is under way, but no longer than `limitMs`; false when work was left behind. */
  async drained(limitMs: number): Promise<boolean> {
    const { promise: limit, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, limitMs);
    let waiting = true;
    void limit.then(() => {
      waiting = false;
    });
    while (this.#running.size > 0 && waiting) await Promise.race([limit, Promise.allSettled(this.#running)]);
    clearTimeout(timer);
    return this.#running.size === 0;
  }
}
