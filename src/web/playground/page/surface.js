/**
 * What drawing blocks needs to know, and what the elements of blocks share.
 * @import { Json } from '../../../local-slack/json.ts'
 * @import { InputState } from '../../../local-slack/state/input-state.ts'
 * @import { Choice } from '../../../local-slack/people/choices.ts'
 * @import { Names } from './names.js'
 */

/**
 * Where blocks are drawn, and what may be done there.
 * @typedef {object} Surface
 * @property {Names} names
 * @property {{ id: string, name: string }[]} people whom menus of people offer
 * @property {{ id: string, name: string }[]} channels which menus of channels offer
 * @property {InputState} values what the elements hold
 * @property {Map<string, () => Choice>} entries how to read what was filled in, by `action_id`; of a modal's inputs
 * @property {(action: string, feedback?: 'positive' | 'negative') => Promise<unknown>} press
 * @property {(action: string, choice: Choice) => Promise<unknown>} choose
 * @property {(confirm: Json) => Promise<boolean>} confirm asks what a `confirm` object asks
 */

/** @param {unknown} text a text object @returns {string} */
export function wordsOf(text) {
  return /** @type {{ text?: string } | undefined} */ (text)?.text ?? '';
}

/**
 * Does something once the person has agreed to what the element asks.
 * @param {Json} element @param {Surface} surface @param {() => Promise<unknown>} act
 */
export async function afterConfirming(element, surface, act) {
  const { confirm } = element;
  if (confirm === undefined || (await surface.confirm(/** @type {Json} */ (confirm)))) await act();
}

/**
 * Lets what was filled in be read with the form, or tells it at once where the element acts by itself.
 * @param {Json} element @param {Json} block @param {Surface} surface @param {() => Choice} read
 * @returns {() => void} what to do at a change
 */
export function connected(element, block, surface, read) {
  const action = String(element.action_id);
  const inForm = block.type === 'input';
  if (inForm) surface.entries.set(action, read);
  if (inForm && block.dispatch_action !== true) return () => {};
  return () => void afterConfirming(element, surface, () => surface.choose(action, read()));
}

/** What an element holds now, or held at first: null or undefined where nothing. @param {Json} element @param {Json} block @param {Surface} surface @returns {unknown} */
export function heldIn(element, block, surface) {
  const held = surface.values[String(block.block_id)]?.[String(element.action_id)];
  if (held === undefined) return Object.entries(element).find(([field]) => field.startsWith('initial_'))?.[1];
  return Object.entries(held).find(([field]) => field !== 'type')?.[1];
}
