import { externalLink, h } from './dom.js';
import { EMOJI, parseMrkdwn } from './mrkdwn.js';

/**
 * Texts as nodes of the page.
 * @import { Inline, Paragraph } from './mrkdwn.js'
 * @import { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types'
 * @import { Names } from './names.js'
 */

/**
 * A text object of Block Kit, or a message's own text.
 * @param {{ type: string, text: string, verbatim?: boolean }} text
 * @param {Names} names
 * @returns {DocumentFragment}
 */
export function drawText(text, names) {
  if (text.type === 'plain_text') return plainText(text.text);
  return drawMrkdwn(text.text, names, { addresses: text.verbatim !== true });
}

/** @param {string} text @returns {DocumentFragment} */
function plainText(text) {
  const fragment = document.createDocumentFragment();
  const named = text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI.get(name) ?? whole);
  for (const [index, line] of named.split('\n').entries()) fragment.append(...(index === 0 ? [] : [h('br')]), line);
  return fragment;
}

/**
 * @param {string} text
 * @param {Names} names
 * @param {{ addresses?: boolean }} [options]
 * @returns {DocumentFragment}
 */
export function drawMrkdwn(text, names, options = {}) {
  const fragment = document.createDocumentFragment();
  fragment.append(...parseMrkdwn(text, options).map((paragraph) => drawParagraph(paragraph, names)));
  return fragment;
}

/** @param {Paragraph} paragraph @param {Names} names @returns {HTMLElement} */
function drawParagraph(paragraph, names) {
  if (paragraph.type === 'preformatted') return h('pre', {}, paragraph.text);
  const children = paragraph.children.map((node) => drawInline(node, names));
  return h(paragraph.type === 'quote' ? 'blockquote' : 'p', {}, ...children);
}

const TAGS = /** @type {const} */ ({ bold: 'b', italic: 'i', strike: 's' });

/** @param {Inline} node @param {Names} names @returns {Node} */
function drawInline(node, names) {
  switch (node.type) {
    case 'text':
      return document.createTextNode(node.text);
    case 'code':
      return h('code', {}, node.text);
    case 'break':
      return h('br');
    case 'link':
      return externalLink(node.url, ...node.children.map((child) => drawInline(child, names)));
    case 'user':
      return mention(`@${names.person(node.id)}`);
    case 'channel':
      return mention(`#${names.channel(node.id) ?? node.label}`);
    case 'broadcast':
      return mention(`@${node.range}`);
    default:
      return h(TAGS[node.type], {}, ...node.children.map((child) => drawInline(child, names)));
  }
}

/** @param {string} text */
const mention = (text) => h('span', { class: 'mention' }, text);

/** @param {RichTextBlock} block @param {Names} names @returns {HTMLElement} */
export function drawRichText(block, names) {
  return h('div', { class: 'rich-text' }, ...block.elements.map((part) => drawRichPart(part, names)));
}

/** @param {RichTextBlock['elements'][number]} part @param {Names} names @returns {HTMLElement} */
function drawRichPart(part, names) {
  switch (part.type) {
    case 'rich_text_list':
      return h(
        part.style === 'ordered' ? 'ol' : 'ul',
        {},
        ...part.elements.map((item) => h('li', {}, ...richChildren(item, names))),
      );
    case 'rich_text_quote':
      return h('blockquote', {}, ...richChildren(part, names));
    case 'rich_text_preformatted':
      return h('pre', {}, ...richChildren(part, names));
    default:
      return h('p', {}, ...richChildren(part, names));
  }
}

/** @param {{ elements: RichTextSection['elements'] }} section @param {Names} names @returns {Node[]} */
function richChildren(section, names) {
  return section.elements.map((element) => styled(element, drawRichElement(element, names)));
}

/** @param {RichTextElement} element @param {Names} names @returns {Node} */
function drawRichElement(element, names) {
  switch (element.type) {
    case 'text':
      return plainText(element.text);
    case 'link':
      return externalLink(element.url, element.text ?? element.url);
    case 'user':
      return mention(`@${names.person(element.user_id)}`);
    case 'channel':
      return mention(`#${names.channel(element.channel_id) ?? element.channel_id}`);
    case 'broadcast':
      return mention(`@${element.range}`);
    case 'emoji':
      return document.createTextNode(EMOJI.get(element.name) ?? `:${element.name}:`);
    case 'date':
      return document.createTextNode(element.fallback ?? new Date(element.timestamp * 1000).toLocaleString());
    default:
      return mention(`(${element.type})`);
  }
}

/** @param {RichTextElement} element @param {Node} node @returns {Node} */
function styled(element, node) {
  const { bold, italic, strike, code } = /** @type {Record<string, boolean>} */ (element.style ?? {});
  let drawn = node;
  if (code) drawn = h('code', {}, drawn);
  if (bold) drawn = h('b', {}, drawn);
  if (italic) drawn = h('i', {}, drawn);
  if (strike) drawn = h('s', {}, drawn);
  return drawn;
}
