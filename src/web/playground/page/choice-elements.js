import { h } from './dom.js';
import { connected, heldIn, wordsOf } from './surface.js';

/**
 * Elements in which a person chooses among what is offered: menus, radio buttons, checkboxes.
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { Surface } from './surface.js'
 * @typedef {{ text: { type: string, text: string }, value: string, description?: { text: string } }} Option
 * @typedef {{ value: string, label: string, description: string | undefined, group: string | undefined }} Offer
 */

/**
 * @param {Json} element
 * @param {Json} block
 * @param {Surface} surface
 * @returns {HTMLElement | undefined} nothing where it is no element of choice
 */
export function drawChoice(element, block, surface) {
  const type = String(element.type);
  const offers = offersOf(element, surface);
  if (!offers) return undefined;
  if (type === 'radio_buttons') return drawMarks('radio', element, block, surface, offers);
  if (type === 'checkboxes') return drawMarks('checkbox', element, block, surface, offers);
  return drawMenu(element, block, surface, offers, type.startsWith('multi_'));
}

/** @param {Json} element @param {Surface} surface @returns {Offer[] | undefined} */
function offersOf(element, { people, channels }) {
  const named = (/** @type {{ id: string, name: string }[]} */ all, /** @type {string} */ sign) =>
    all.map(({ id, name }) => ({ value: id, label: `${sign}${name}`, description: undefined, group: undefined }));
  switch (String(element.type).replace(/^multi_/, '')) {
    case 'radio_buttons':
    case 'checkboxes':
    case 'static_select':
      return optionsOf(element);
    case 'users_select':
      return named(people, '');
    case 'channels_select':
    case 'conversations_select':
      return named(channels, '#');
    default:
      return undefined;
  }
}

/** @param {Json} element @returns {Offer[]} */
function optionsOf(element) {
  const offer = (/** @type {string | undefined} */ group) => (/** @type {Option} */ option) => ({
    value: option.value,
    label: wordsOf(option.text),
    description: option.description?.text,
    group,
  });
  const groups = /** @type {{ label: { text: string }, options: Option[] }[]} */ (element.option_groups ?? []);
  const options = /** @type {Option[]} */ (element.options ?? []);
  return [...options.map(offer(undefined)), ...groups.flatMap((group) => group.options.map(offer(group.label.text)))];
}

/** The values of the offers that an element holds. @param {Json} element @param {Json} block @param {Surface} surface @returns {string[]} */
function chosenIn(element, block, surface) {
  const held = heldIn(element, block, surface);
  const several = Array.isArray(held) ? held : [held];
  return several
    .filter((value) => value !== undefined && value !== null)
    .map((value) => (typeof value === 'object' ? String(/** @type {Option} */ (value).value) : String(value)));
}

/**
 * @param {Json} element @param {Json} block @param {Surface} surface @param {Offer[]} offers @param {boolean} several
 * @returns {HTMLElement}
 */
function drawMenu(element, block, surface, offers, several) {
  const held = chosenIn(element, block, surface);
  const read = () => {
    const chosen = [...select.selectedOptions].map(({ value }) => value).filter((value) => value !== '');
    return several ? chosen : (chosen[0] ?? null);
  };
  const change = connected(element, block, surface, read);
  const placeholder = wordsOf(element.placeholder) || 'Choose …';
  const option = (/** @type {Offer} */ { value, label }) =>
    h('option', { value, selected: held.includes(value) }, label);
  const groups = [...new Set(offers.map(({ group }) => group))];
  const select = h(
    'select',
    {
      class: 'select',
      multiple: several,
      size: several ? Math.min(offers.length, 5) : undefined,
      'data-action': String(element.action_id),
      'aria-label': block.type === 'input' ? undefined : placeholder,
      onchange: change,
    },
    !several && h('option', { value: '' }, placeholder),
    ...groups.flatMap((group) => {
      const inside = offers.filter((offer) => offer.group === group).map(option);
      return group === undefined ? inside : [h('optgroup', { label: group }, ...inside)];
    }),
  );
  return select;
}

/**
 * @param {'radio' | 'checkbox'} kind @param {Json} element @param {Json} block @param {Surface} surface
 * @param {Offer[]} offers
 * @returns {HTMLElement}
 */
function drawMarks(kind, element, block, surface, offers) {
  const held = chosenIn(element, block, surface);
  const name = `${block.block_id} ${element.action_id}`;
  const read = () => {
    const inputs = [...group.querySelectorAll('input')].filter(({ checked }) => checked).map(({ value }) => value);
    return kind === 'checkbox' ? inputs : (inputs[0] ?? null);
  };
  const change = connected(element, block, surface, read);
  const group = h(
    'div',
    { class: 'marks', role: kind === 'radio' ? 'radiogroup' : 'group', 'data-action': String(element.action_id) },
    ...offers.map(({ value, label, description }) =>
      h(
        'label',
        { class: 'mark' },
        h('input', { type: kind, name, value, checked: held.includes(value), onchange: change }),
        h('span', {}, label, description !== undefined && h('small', {}, description)),
      ),
    ),
  );
  return group;
}
