import { h } from './dom.js';
import { connected, heldIn, wordsOf } from './surface.js';

/**
 * Elements that a person writes into: texts, numbers, dates, times.
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { Surface } from './surface.js'
 */

/** @type {Readonly<Record<string, string>>} */
const INPUT_TYPES = {
  plain_text_input: 'text',
  url_text_input: 'url',
  email_text_input: 'email',
  number_input: 'text',
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/**
 * @param {Json} element @param {Json} block @param {Surface} surface
 * @returns {HTMLElement | undefined} nothing where nobody can write into it
 */
export function drawEntry(element, block, surface) {
  const type = INPUT_TYPES[String(element.type)];
  const long = element.multiline === true || element.type === 'rich_text_input';
  if (type === undefined && !long) return undefined;
  const read = () => {
    if (field.value === '') return null;
    return type === 'datetime-local' ? Math.floor(new Date(field.value).getTime() / 1000) : field.value;
  };
  const change = connected(element, block, surface, read);
  const common = {
    class: 'field',
    placeholder: wordsOf(element.placeholder) || undefined,
    autofocus: element.focus_on_load === true,
    'data-action': String(element.action_id),
    'aria-label': block.type === 'input' ? undefined : wordsOf(element.placeholder) || undefined,
    onchange: change,
  };
  const field = long
    ? h('textarea', { ...common, rows: 4 })
    : h('input', {
        ...common,
        type: type ?? 'text',
        inputmode: element.type === 'number_input' ? 'decimal' : undefined,
      });
  field.value = writtenIn(element, block, surface);
  return field;
}

/** @param {Json} element @param {Json} block @param {Surface} surface @returns {string} */
function writtenIn(element, block, surface) {
  const held = heldIn(element, block, surface);
  if (held === undefined || held === null) return '';
  if (element.type === 'datetimepicker') return localTime(Number(held));
  return typeof held === 'object' ? richWords(held) : String(held);
}

/** @param {number} seconds @returns {string} as a field for times takes it */
function localTime(seconds) {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The words of a rich text. @param {unknown} rich @returns {string} */
function richWords(rich) {
  if (Array.isArray(rich)) return rich.map(richWords).join('');
  const { text, elements } = /** @type {{ text?: string, elements?: unknown[] }} */ (rich);
  return text ?? richWords(elements ?? []);
}
