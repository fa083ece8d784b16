/** What stands for a value that does not get a time series of its own. */
export const OTHER = 'other';

/** How many values a label may have. Slack documents fewer codes than that. */
const MOST = 100;

/** Codes as Slack writes them, such as `http_503`, and names as Dateline does, such as `week-ahead`; no token looks like that. */
const SHAPE = /^(?=.{1,60}$)[a-z]+(?:(?:_[a-z0-9]+)*|(?:-[a-z]+)*)$/;

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
