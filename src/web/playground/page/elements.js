import { drawChoice } from './choice-elements.js';
import { h, icon, safeAddress } from './dom.js';
import { drawEntry } from './entry-elements.js';
import { afterConfirming, wordsOf } from './surface.js';

/**
 * The elements of blocks that a person can use, by their types.
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { Surface } from './surface.js'
 * @import { Option } from './choice-elements.js'
 */

/**
 * @param {Json} element
 * @param {Json} block the block in which it stands
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
export function drawElement(element, block, surface) {
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return drawButton(element, surface);
    case 'icon_button':
      return drawIconButton(element, surface);
    case 'feedback_buttons':
      return drawFeedback(element, surface);
    case 'overflow':
      return drawOverflow(element, surface);
    case 'image':
      return drawPicture(element);
    default:
      return drawChoice(element, block, surface) ?? drawEntry(element, block, surface) ?? unknown(String(element.type));
  }
}

/** What nobody taught the playground to draw is named, not left out. @param {string} type @returns {HTMLElement} */
export function unknown(type) {
  return h('span', { class: 'unknown' }, `The playground cannot draw “${type}”; Slack can.`);
}

/** @param {Json} element @param {Surface} surface @returns {HTMLElement} */
function drawButton(element, surface) {
  const action = String(element.action_id);
  const style = element.style === 'primary' || element.style === 'danger' ? ` button-${element.style}` : '';
  const act = () => afterConfirming(element, surface, () => surface.press(action));
  const label = typeof element.accessibility_label === 'string' ? element.accessibility_label : undefined;
  const common = { class: `button${style}`, 'data-action': action, 'aria-label': label, onclick: act };
  const address = safeAddress(String(element.url ?? ''));
  if (address === undefined) return h('button', { type: 'button', ...common }, wordsOf(element.text));
  const link = h('a', { ...common, target: '_blank', rel: 'noopener noreferrer' }, wordsOf(element.text));
  link.href = address;
  return link;
}

/** @param {Json} element @param {Surface} surface @returns {HTMLElement} */
function drawIconButton(element, surface) {
  const action = String(element.action_id);
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      title: wordsOf(element.text),
      'aria-label': wordsOf(element.text),
      'data-action': action,
      onclick: () => afterConfirming(element, surface, () => surface.press(action)),
    },
    icon('trash'),
  );
}

/** @param {Json} element @param {Surface} surface @returns {HTMLElement} */
function drawFeedback(element, surface) {
  const action = String(element.action_id);
  const half = (/** @type {'positive' | 'negative'} */ which) => {
    const button = /** @type {Json} */ (element[`${which}_button`]);
    const label = String(button.accessibility_label ?? wordsOf(button.text));
    return h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        title: wordsOf(button.text),
        'aria-label': label,
        'data-action': action,
        'data-feedback': which,
        onclick: () => surface.press(action, which),
      },
      icon(which === 'positive' ? 'up' : 'down'),
    );
  };
  return h('span', { class: 'feedback', role: 'group', 'aria-label': 'Feedback' }, half('positive'), half('negative'));
}

/** @param {Json} element @param {Surface} surface @returns {HTMLElement} */
function drawOverflow(element, surface) {
  const action = String(element.action_id);
  const options = /** @type {Option[]} */ (element.options ?? []);
  const menu = h(
    'div',
    { class: 'menu', role: 'menu' },
    ...options.map((option) =>
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          onclick: () => {
            details.open = false;
            return afterConfirming(element, surface, () => surface.choose(action, String(option.value)));
          },
        },
        wordsOf(option.text),
      ),
    ),
  );
  const details = h(
    'details',
    { class: 'overflow', 'data-action': action },
    h('summary', { 'aria-label': 'More actions', class: 'icon-button' }, icon('more')),
    menu,
  );
  return details;
}

/** A picture lies elsewhere, and the page loads nothing from elsewhere. @param {Json} picture @returns {HTMLElement} */
export function drawPicture(picture) {
  return h(
    'span',
    { class: 'picture', role: 'img', 'aria-label': String(picture.alt_text ?? '') },
    String(picture.alt_text ?? 'Picture'),
  );
}
