/** Building elements: text is only ever text, and only checked addresses become links. */

/** @typedef {Node | string | undefined | false} Child */

/** @typedef {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} Props */

/**
 * An element with attributes, listeners (`onclick` and the like, as functions) and children. Text becomes text nodes.
 * An attribute that is undefined or false is left out; true gives an empty one.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (/^on/i.test(name)) throw new TypeError(`${name} must be a function`);
    else if (name === 'href' && !String(value).startsWith('#')) throw new TypeError('Use externalLink() for addresses');
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** @param {Node & ParentNode} parent @param {readonly Child[]} children */
export function append(parent, children) {
  for (const child of children) if (child !== undefined && child !== false) parent.append(child);
}

/** An address that may be followed, or nothing: only http and https. @param {string} address @returns {string | undefined} */
export function safeAddress(address) {
  const parsed = URL.parse(address);
  return parsed && ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : undefined;
}

/**
 * A link that leaves the page, in a tab of its own; its words alone where the address is not http(s).
 * @param {string} address
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function externalLink(address, ...children) {
  const href = safeAddress(address);
  if (href === undefined) return h('span', {}, ...children);
  const element = h('a', { target: '_blank', rel: 'noopener noreferrer', class: 'link' }, ...children);
  element.href = href;
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** The lines of the icons, each drawn in a square of 24. */
const ICONS = {
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  reply: 'M4 5h16v11H10l-5 4v-4H4z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  send: 'M4 12l16-7-6 15-3-6z',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  theme: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  traffic: 'M7 4v13M7 17l-3-3M7 17l3-3M17 20V7M17 7l-3 3M17 7l3 3',
  bulb: 'M9 18h6M10 21h4M8.5 15a6 6 0 1 1 7 0c-.6.6-1 1.200-1 2h-5c0-.8-.4-1.400-1-2z',
  up: 'M7 11v9M7 11l4-7c1.500 0 2.500 1 2.200 2.500L12.700 10H19l-1.500 10H7M3 11h4v9H3z',
  down: 'M7 13V4M7 13l4 7c1.500 0 2.500-1 2.200-2.500L12.700 14H19L17.500 4H7M3 4h4v9H3z',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  eye: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  file: 'M6 3h8l4 4v14H6zM14 3v5h4M9 13h6M9 17h6',
  bolt: 'M13 3L5 14h6l-1 7 8-11h-6z',
};

/** A drawing beside words that say the same. @param {keyof typeof ICONS} name @returns {SVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * Brings the children of an element in line with a list. What kept its key and its mark stays the node that it was, with
 * its focus and its open menus; anything else is drawn anew.
 * @template Item
 * @param {HTMLElement} parent
 * @param {readonly Item[]} items
 * @param {(item: Item) => { key: string, mark: string }} identify
 * @param {(item: Item) => HTMLElement} draw
 */
export function reconcile(parent, items, identify, draw) {
  const there = new Map([...parent.children].map((child) => [child.getAttribute('data-key') ?? '', child]));
  const wanted = items.map((item) => {
    const { key, mark } = identify(item);
    const kept = there.get(key);
    if (kept && marks.get(kept) === mark) return kept;
    const drawn = draw(item);
    drawn.setAttribute('data-key', key);
    marks.set(drawn, mark);
    return drawn;
  });
  for (const child of [...parent.children]) if (!wanted.includes(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  });
}

/** What each drawn child shows. @type {WeakMap<Element, string>} */
const marks = new WeakMap();
