import type { Clock } from '../../src/local-slack/clock.ts';

/** A clock that stands still until a test moves it. What is due then runs, in order, before `advance` returns. */
export class ManualClock implements Clock {
  #now: number;
  #waiting: { due: number; run: () => void }[] = [];
  readonly #awaited: { due: number; resolve: () => void }[] = [];

  constructor(now = Date.parse('2026-03-14T09:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const entry = { due: this.#now + ms, run };
    this.#waiting.push(entry);
    for (const { due, resolve } of this.#awaited) if (due === entry.due) resolve();
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  /** Resolves once something waits for so long, counted from now. */
  scheduled(ms: number): Promise<void> {
    const due = this.#now + ms;
    if (this.#waiting.some((entry) => entry.due === due)) return Promise.resolve();
    return new Promise((resolve) => this.#awaited.push({ due, resolve }));
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#waiting.filter((entry) => entry.due <= this.#now).sort((a, b) => a.due - b.due);
    this.#waiting = this.#waiting.filter((entry) => entry.due > this.#now);
    for (const { run } of due) run();
  }
}
