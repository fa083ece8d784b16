import { optionsOf } from '../blocks/option-rules.ts';
import { isObject, type Json } from '../json.ts';
import { holding, type InputValue } from '../state/input-state.ts';
import { CannotDo } from './cannot-do.ts';
import { richTextOf } from './rich-text-of.ts';

/**
 * What a person puts into an element: the value of an option, an id, a date, a text; several where several can be chosen;
 * null to take it away.
 */
export type Choice = string | number | readonly string[] | null;

/** An element with a choice in it, in the shape of `state.values`. @throws CannotDo for what it does not offer */
export function chosen(element: Json, choice: Choice): InputValue {
  return holding(element, choice === null ? undefined : contentFor(element, choice));
}

function contentFor(element: Json, choice: Exclude<Choice, null>): unknown {
  const type = String(element.type);
  const several = (Array.isArray(choice) ? choice : [choice]).map(String);
  if (type === 'checkboxes' || type === 'multi_static_select') return several.map((value) => optionOf(element, value));
  if (type.startsWith('multi_')) return several;
  if (type === 'static_select' || type === 'radio_buttons') return optionOf(element, String(choice));
  if (type === 'datetimepicker') return Number(choice);
  if (type === 'rich_text_input') return richTextOf(String(choice));
  if (type === 'external_select' || type === 'multi_external_select' || type === 'file_input') {
    throw new CannotDo(`Nobody can use a ${type} here`);
  }
  return String(choice);
}

/** The option of a menu that has a value. @throws CannotDo */
export function optionOf(element: Json, value: string): Json {
  const option = optionsOf(element).find((offered) => offered.value === value);
  if (!option) throw new CannotDo(`${String(element.action_id)} offers no ${value}`);
  return option as unknown as Json;
}

/** Why a form cannot be sent off as it is: what the client says beside a field, by `block_id`. */
export function clientErrors(
  blocks: readonly Json[],
  values: Record<string, Record<string, InputValue>>,
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input' || !isObject(block.element)) continue;
    const value = values[String(block.block_id)]?.[String(block.element.action_id)];
    const error = errorIn(block.element, contentOf(value), block.optional === true);
    if (error !== undefined) errors[String(block.block_id)] = error;
  }
  return errors;
}

function contentOf(value: InputValue | undefined): unknown {
  const { type: _type, ...content } = value ?? { type: '' };
  return Object.values(content)[0];
}

function errorIn(element: Json, content: unknown, optional: boolean): string | undefined {
  const empty =
    content === null || content === undefined || content === '' || (Array.isArray(content) && content.length === 0);
  if (empty) return optional ? undefined : 'Please complete this required field.';
  const text = String(content);
  if (element.type === 'plain_text_input') {
    if (text.length < Number(element.min_length ?? 0)) return `Please enter at least ${element.min_length} characters.`;
    if (text.length > Number(element.max_length ?? 3000))
      return `Please enter no more than ${element.max_length ?? 3000} characters.`;
  }
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+\.\S+$/.test(text)) return 'Please enter a valid URL.';
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return 'Please enter a valid email address.';
  if (element.type === 'number_input') return numberError(element, text);
  return undefined;
}

function numberError({ is_decimal_allowed, min_value, max_value }: Json, text: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text) || (is_decimal_allowed !== true && text.includes('.')))
    return 'Please enter a valid number.';
  if (min_value !== undefined && Number(text) < Number(min_value))
    return `Please enter a number of at least ${min_value}.`;
  if (max_value !== undefined && Number(text) > Number(max_value))
    return `Please enter a number of at most ${max_value}.`;
  return undefined;
}
