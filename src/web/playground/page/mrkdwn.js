/**
 * Slack's mrkdwn as a tree: docs.slack.dev/messaging/formatting-message-text. Knows nothing of a browser's document.
 * @typedef {{ type: 'text', text: string } | { type: 'code', text: string } | { type: 'break' }
 *   | { type: 'bold' | 'italic' | 'strike', children: Inline[] } | { type: 'link', url: string, children: Inline[] }
 *   | { type: 'user', id: string } | { type: 'channel', id: string, label: string }
 *   | { type: 'broadcast', range: string }} Inline
 * @typedef {{ type: 'lines' | 'quote', children: Inline[] } | { type: 'preformatted', text: string }} Paragraph
 */

/** How deep formatting may stand in formatting; deeper marks stay the characters that they are. */
const DEEPEST = 5;

/** Something between angle brackets, code, a marked run of one line, or an emoji by its name. */
const MARKED =
  /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:<[^<>\n]*>|(?!\3)[^<>\n])+)(?<=\S)\3(?![\p{L}\p{N}])|:([a-z0-9_+-]+):/gu;

const BARE_ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"”’\]]/g;

/** @type {Readonly<Record<string, 'bold' | 'italic' | 'strike'>>} */
const RUNS = { '*': 'bold', _: 'italic', '~': 'strike' };

/**
 * @param {string} text
 * @param {{ addresses?: boolean }} [options] `addresses`: whether bare addresses become links, as where a text object is
 *   not `verbatim`
 * @returns {Paragraph[]}
 */
export function parseMrkdwn(text, options = {}) {
  return text.split(/```\n?((?:(?!```)[\s\S])+?)\n?```/).flatMap((part, index) => {
    if (index % 2 === 1) return [{ type: /** @type {const} */ ('preformatted'), text: unescaped(part) }];
    return part === '' || (part.trim() === '' && text.includes('```')) ? [] : paragraphs(part, options);
  });
}

/** @param {string} text @param {{ addresses?: boolean }} options @returns {Paragraph[]} */
function paragraphs(text, options) {
  /** @type {{ quoted: boolean, lines: string[] }[]} */
  const groups = [];
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>)/.test(line);
    const last = groups.at(-1);
    const bare = quoted ? line.replace(/^(?:&gt;|>) ?/, '') : line;
    if (last?.quoted === quoted) last.lines.push(bare);
    else groups.push({ quoted, lines: [bare] });
  }
  return groups.map(({ quoted, lines }) => ({
    type: quoted ? 'quote' : 'lines',
    children: lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [/** @type {Inline} */ ({ type: 'break' })]),
      ...inline(line, options, 0),
    ]),
  }));
}

/** @param {string} text @param {{ addresses?: boolean }} options @param {number} depth @returns {Inline[]} */
function inline(text, options, depth) {
  /** @type {Inline[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, bracketed, code, mark, run, emoji] = match;
    found.push(...plain(text.slice(end, match.index), options));
    end = match.index + whole.length;
    if (bracketed !== undefined) found.push(...live(bracketed));
    else if (code !== undefined) found.push({ type: 'code', text: unescaped(code) });
    else if (mark !== undefined && depth < DEEPEST) {
      found.push({ type: RUNS[mark] ?? 'bold', children: inline(run ?? '', options, depth + 1) });
    } else found.push({ type: 'text', text: emoji === undefined ? unescaped(whole) : (EMOJI.get(emoji) ?? whole) });
  }
  found.push(...plain(text.slice(end), options));
  return joined(found);
}

/** Texts that stand side by side, as one. @param {readonly Inline[]} nodes @returns {Inline[]} */
function joined(nodes) {
  /** @type {Inline[]} */
  const kept = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      kept[kept.length - 1] = { type: 'text', text: last.text + node.text };
    else kept.push(node);
  }
  return kept;
}

/** @param {string} text @param {{ addresses?: boolean }} options @returns {Inline[]} */
function plain(text, { addresses = false }) {
  if (text === '') return [];
  if (!addresses) return [{ type: 'text', text: unescaped(text) }];
  /** @type {Inline[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(BARE_ADDRESS)) {
    if (match.index > end) found.push({ type: 'text', text: unescaped(text.slice(end, match.index)) });
    found.push(linked(match[0], match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ type: 'text', text: unescaped(text.slice(end)) });
  return found;
}

/** What stands between angle brackets: a mention, a link, a date. @param {string} inside @returns {Inline[]} */
function live(inside) {
  const [target = '', label] = inside.split(/\|(.*)/s);
  if (/^@[UW]\w+$/.test(target)) return [{ type: 'user', id: target.slice(1) }];
  if (/^#[CG]\w+$/.test(target)) return [{ type: 'channel', id: target.slice(1), label: unescaped(label ?? '') }];
  if (/^!(?:here|channel|everyone)$/.test(target)) return [{ type: 'broadcast', range: target.slice(1) }];
  if (target.startsWith('!')) return [{ type: 'text', text: unescaped(label ?? target) }];
  return [linked(target, label ?? target)];
}

/** A link, or its words alone where the address is not http(s). @param {string} address @param {string} label @returns {Inline} */
function linked(address, label) {
  const text = unescaped(label);
  const url = URL.parse(unescaped(address));
  const words = /** @type {Inline} */ ({ type: 'text', text });
  return url && /^https?:$/.test(url.protocol) ? { type: 'link', url: url.href, children: [words] } : words;
}

/** @param {string} text @returns {string} */
export function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The emoji that a text may call by name; any other name stays as it is. @type {ReadonlyMap<string, string>} */
export const EMOJI = new Map(
  Object.entries({
    '+1': '👍',
    '-1': '👎',
    bell: '🔔',
    bookmark: '🔖',
    books: '📚',
    calendar: '📅',
    date: '📅',
    eyes: '👀',
    gear: '⚙️',
    hourglass: '⏳',
    information_source: 'ℹ️',
    mag: '🔍',
    memo: '📝',
    newspaper: '📰',
    pencil: '✏️',
    pushpin: '📌',
    question: '❓',
    round_pushpin: '📍',
    spiral_calendar_pad: '🗓️',
    speech_balloon: '💬',
    thumbsdown: '👎',
    thumbsup: '👍',
    warning: '⚠️',
    wave: '👋',
    white_check_mark: '✅',
    x: '❌',
  }),
);
