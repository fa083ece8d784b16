/** Ids that nobody else has, of Slack's forms. */
export class Ids {
  readonly #counts = new Map<string, number>();

  /** Such as `Ev1`, `Ev2` for the prefix `Ev`. */
  next(prefix: string): string {
    const count = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, count);
    return `${prefix}${count}`;
  }
}
