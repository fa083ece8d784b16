/**
 * Which conversations hold something that their person has not looked at.
 * @import { Screen } from '../../../local-slack/people/screen.ts'
 */

export class Unread {
  /** The newest message seen, by person and conversation. @type {Map<string, string>} */
  #seen = new Map();
  /** @type {ReadonlySet<string>} */
  channels = new Set();

  /**
   * Looks at what there is. What was there when a person came in counts as seen.
   * @param {Screen} screen @param {string} current the conversation in front @param {boolean} looking whether anybody looks at the page
   */
  see({ user, channels }, current, looking) {
    const fresh = new Set();
    for (const { id, messages } of channels) {
      const key = `${user} ${id}`;
      const newest = messages.at(-1)?.ts ?? '';
      const seen = this.#seen.get(key);
      if (seen === undefined || (id === current && looking)) this.#seen.set(key, newest);
      else if (newest > seen) fresh.add(id);
    }
    this.channels = fresh;
  }
}
