/**
 * What a person types, as Slack sends it: names become mentions, and what has a meaning in mrkdwn is escaped. Knows
 * nothing of a browser's document.
 * @typedef {{ id: string, names: readonly string[] }} Named somebody or a channel, and what one may type for it
 */

/**
 * @param {string} text
 * @param {readonly Named[]} people for `@name`
 * @param {readonly Named[]} channels for `#name`
 * @returns {string}
 */
export function encodeTyped(text, people, channels) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const mentioned = replaceNames(escaped, '@', people);
  return replaceNames(mentioned, '#', channels);
}

/** @param {string} text @param {'@' | '#'} sign @param {readonly Named[]} all @returns {string} */
function replaceNames(text, sign, all) {
  const known = new Map(all.flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id])));
  // The longest name first: "Sam Okafor" before "Sam".
  const choices = [...known.keys()].sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  if (choices.length === 0) return text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}<])${sign}(${choices.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(pattern, (_whole, name) => `<${sign}${known.get(name.toLowerCase())}>`);
}

/**
 * A slash command and what stands behind it; nothing where a text is no command.
 * @param {string} text
 * @returns {{ command: string, text: string } | undefined}
 */
export function commandIn(text) {
  const match = /^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/i.exec(text.trim());
  return match ? { command: (match[1] ?? '').toLowerCase(), text: (match[2] ?? '').trim() } : undefined;
}
