import { placed } from '../blocks/elements.ts';
import type { Json } from '../json.ts';

/** What an element holds, in the shape of `state.values`: docs.slack.dev/reference/interaction-payloads. */
export interface InputValue {
  type: string;
  [field: string]: unknown;
}

/** What all elements hold, by `block_id`, then by `action_id`. */
export type InputState = Record<string, Record<string, InputValue>>;

/** How a kind of element tells what was chosen in it, and what was chosen at first. */
interface Slot {
  field: string;
  initial: string;
  empty: unknown;
}

const one = (field: string, initial: string): Slot => ({ field, initial, empty: null });
const many = (field: string, initial: string): Slot => ({ field, initial, empty: [] });

/** Every element that holds something. Buttons and overflow menus do not: they only act. */
export const SLOTS: Readonly<Record<string, Slot>> = {
  plain_text_input: one('value', 'initial_value'),
  email_text_input: one('value', 'initial_value'),
  url_text_input: one('value', 'initial_value'),
  number_input: one('value', 'initial_value'),
  rich_text_input: one('rich_text_value', 'initial_value'),
  file_input: many('files', 'files'),
  static_select: one('selected_option', 'initial_option'),
  external_select: one('selected_option', 'initial_option'),
  users_select: one('selected_user', 'initial_user'),
  channels_select: one('selected_channel', 'initial_channel'),
  conversations_select: one('selected_conversation', 'initial_conversation'),
  multi_static_select: many('selected_options', 'initial_options'),
  multi_external_select: many('selected_options', 'initial_options'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  radio_buttons: one('selected_option', 'initial_option'),
  checkboxes: many('selected_options', 'initial_options'),
  datepicker: one('selected_date', 'initial_date'),
  timepicker: one('selected_time', 'initial_time'),
  datetimepicker: one('selected_date_time', 'initial_date_time'),
};

/** An element holding a value; nothing was chosen where the value is undefined. */
export function holding(element: Json, value: unknown): InputValue {
  const type = String(element.type);
  const slot = SLOTS[type];
  if (!slot) throw new TypeError(`A ${type} holds nothing`);
  return { type, [slot.field]: value ?? slot.empty };
}

/** What the elements of blocks hold: what was chosen before, and what is chosen at first in those that are new. */
export function inputState(blocks: readonly Json[], before: InputState = {}): InputState {
  const state: InputState = {};
  for (const { block, element } of placed(blocks)) {
    const slot = SLOTS[String(element.type)];
    if (!slot) continue;
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    const kept = before[blockId]?.[actionId];
    const value = kept && kept.type === element.type ? kept : holding(element, element[slot.initial]);
    state[blockId] ??= {};
    state[blockId][actionId] = value;
  }
  return state;
}
