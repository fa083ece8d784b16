import { append, externalLink, h } from './dom.js';
import { drawElement, drawPicture, unknown } from './elements.js';
import { wordsOf } from './surface.js';
import { drawMrkdwn, drawRichText, drawText } from './text.js';

/**
 * Blocks as Slack draws them: docs.slack.dev/reference/block-kit/blocks.
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { RichTextBlock } from '@slack/types'
 * @import { Surface } from './surface.js'
 * @typedef {{ type: string, text: string, verbatim?: boolean }} TextObject
 */

/**
 * @param {readonly Json[]} blocks
 * @param {Surface} surface
 * @returns {HTMLElement[]}
 */
export function drawBlocks(blocks, surface) {
  return blocks.map((block) => {
    const drawn = drawBlock(block, surface);
    drawn.classList.add('block', `block-${String(block.type).replaceAll('_', '-')}`);
    return drawn;
  });
}

/** @param {Json} block @param {Surface} surface @returns {HTMLElement} */
function drawBlock(block, surface) {
  switch (block.type) {
    case 'section':
      return drawSection(block, surface);
    case 'context':
      return drawContext(block, surface);
    case 'actions':
    case 'context_actions':
      return h('div', {}, ...list(block.elements).map((element) => drawElement(element, block, surface)));
    case 'divider':
      return h('hr');
    case 'header':
      return h('h3', {}, drawText(/** @type {TextObject} */ (block.text), surface.names));
    case 'table':
      return drawTable(block, surface);
    case 'rich_text':
      return drawRichText(/** @type {RichTextBlock} */ (/** @type {unknown} */ (block)), surface.names);
    case 'image':
      return drawImage(block);
    case 'input':
      return drawInput(block, surface);
    case 'markdown':
      return h('div', {}, drawMrkdwn(String(block.text).replaceAll('**', '*'), surface.names, { addresses: true }));
    case 'alert':
      return h('div', { role: 'note' }, drawText(/** @type {TextObject} */ (block.text), surface.names));
    default:
      return h('div', {}, unknown(String(block.type)));
  }
}

/** @param {Json} block @param {Surface} surface @returns {HTMLElement} */
function drawSection(block, surface) {
  const { names } = surface;
  const text = /** @type {TextObject | undefined} */ (block.text);
  const fields = /** @type {TextObject[] | undefined} */ (block.fields);
  return h(
    'div',
    {},
    h(
      'div',
      { class: 'section-words' },
      text && drawText(text, names),
      fields && h('div', { class: 'fields' }, ...fields.map((field) => h('div', {}, drawText(field, names)))),
    ),
    isObject(block.accessory) && h('div', { class: 'accessory' }, drawElement(block.accessory, block, surface)),
  );
}

/** @param {Json} block @param {Surface} surface @returns {HTMLElement} */
function drawContext(block, surface) {
  const children = list(block.elements).map((element) =>
    element.type === 'image'
      ? drawPicture(element)
      : h('div', {}, drawText(/** @type {TextObject} */ (/** @type {unknown} */ (element)), surface.names)),
  );
  return h('div', {}, ...children);
}

/** The first row is the head, as in Slack. @param {Json} block @param {Surface} surface @returns {HTMLElement} */
function drawTable(block, surface) {
  const [head = [], ...rows] = /** @type {Json[][]} */ (block.rows);
  const settings = /** @type {({ align?: string, is_wrapped?: boolean } | null)[]} */ (block.column_settings ?? []);
  const row = (/** @type {Json[]} */ cells, /** @type {'th' | 'td'} */ tag) =>
    h(
      'tr',
      {},
      ...cells.map((cell, column) => {
        const { align = 'left', is_wrapped: wraps = false } = settings[column] ?? {};
        const properties = { class: `align-${align}${wraps ? ' wraps' : ''}`, scope: tag === 'th' ? 'col' : undefined };
        return h(tag, properties, drawCell(cell, surface));
      }),
    );
  return h(
    'div',
    { tabindex: 0, role: 'region', 'aria-label': 'Table' },
    h('table', {}, h('thead', {}, row(head, 'th')), h('tbody', {}, ...rows.map((cells) => row(cells, 'td')))),
  );
}

/** @param {Json} cell @param {Surface} surface @returns {Node} */
function drawCell(cell, surface) {
  if (cell.type !== 'rich_text') return document.createTextNode(String(cell.text ?? cell.value ?? ''));
  return drawRichText(/** @type {RichTextBlock} */ (/** @type {unknown} */ (cell)), surface.names);
}

/** @param {Json} block @returns {HTMLElement} */
function drawImage(block) {
  const title = wordsOf(block.title);
  const address = String(block.image_url ?? '');
  return h(
    'figure',
    {},
    title !== '' && h('figcaption', {}, title),
    drawPicture(block),
    address !== '' && externalLink(address, 'Open the picture, which lies elsewhere'),
  );
}

/** A labelled field, with its hint and with room for what is wrong with it. @param {Json} block @param {Surface} surface @returns {HTMLElement} */
function drawInput(block, surface) {
  const blockId = String(block.block_id);
  const element = /** @type {Json} */ (block.element);
  const field = drawElement(element, block, surface);
  const [labelId, hintId, errorId] = ['label', 'hint', 'error'].map((part) => `${part}-${blockId}`);
  const target = field.matches('input, textarea, select') ? field : undefined;
  field.id = `field-${blockId}`;
  field.setAttribute('aria-labelledby', labelId ?? '');
  field.setAttribute('aria-describedby', `${hintId} ${errorId}`);
  const drawn = h('div', { 'data-block': blockId });
  const label = [wordsOf(block.label), block.optional === true && h('span', { class: 'optional' }, ' (optional)')];
  append(drawn, [
    target
      ? h('label', { id: labelId, for: field.id }, ...label)
      : h('span', { id: labelId, class: 'label' }, ...label),
    field,
    h('p', { id: hintId, class: 'hint' }, wordsOf(block.hint)),
    h('p', { id: errorId, class: 'error', role: 'alert' }),
  ]);
  return drawn;
}

/** Shows beside each field what is wrong with it. @param {HTMLElement} form @param {Readonly<Record<string, string>>} errors by `block_id` */
export function showErrors(form, errors) {
  for (const block of form.querySelectorAll('[data-block]')) {
    const error = errors[block.getAttribute('data-block') ?? ''] ?? '';
    const place = block.querySelector('.error');
    if (place && place.textContent !== error) place.textContent = error;
    block.classList.toggle('wrong', error !== '');
  }
}

/** @param {unknown} value @returns {value is Json} */
const isObject = (value) => typeof value === 'object' && value !== null;

/** @param {unknown} value @returns {Json[]} */
const list = (value) => (Array.isArray(value) ? value : []);
