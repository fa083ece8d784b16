/** What stands for a value that does not get a time series of its own. */
export const OTHER = 'other';

/** How many values a label may have. Slack documents fewer codes than that. */
const MOST = 100;

/** Codes and names as Dateline and Slack write them. */
const SHAPE = /^[a-z][a-z0-9_-]{0,59}$/;

/**
 * Keeps a label from having any number of values, each of which would be a time series for ever: only what looks like a
 * code passes, and only the first hundred of them.
 */
export class BoundedLabel {
  readonly #known = new Set<string>();

  /** The value where it may be one; `other` where not. */
  of(value: string): string {
    if (this.#known.has(value)) return value;
    if (this.#known.size >= MOST || !SHAPE.test(value)) return OTHER;
    this.#known.add(value);
    return value;
  }
}
