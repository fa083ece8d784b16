import type {
  Datepicker,
  DateTimepicker,
  EmailInput,
  FileInput,
  NumberInput,
  PlainTextInput,
  RichTextInput,
  Timepicker,
  URLInput,
} from '@slack/types';
import { richText } from './rich-text-rules.ts';
import { optional, type Relation, required, typed } from './rule.ts';
import { actionId, confirm, dispatchConfig, plainText } from './text-rules.ts';
import { anyText, boolean, date, integer, list, matching, text, time } from './value-rules.ts';

/** What is filled in: docs.slack.dev/reference/block-kit/block-elements. */

const focus = { action_id: actionId, focus_on_load: optional(boolean) };
const placeholder = { placeholder: optional(plainText(150)) };
const dispatch = { dispatch_action_config: optional(dispatchConfig) };
const typing = { ...focus, ...placeholder, ...dispatch };
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a number, as a string');

/** `min` may not be above `max`, both told as numbers or as strings. */
const inOrder =
  (min: string, max: string): Relation =>
  (input, at, report) => {
    if (input[min] === undefined || input[max] === undefined) return;
    if (Number(input[min]) > Number(input[max])) report(at, `\`${min}\` must not be greater than \`${max}\``);
  };

export const plainTextInput = typed<PlainTextInput>(
  {
    ...typing,
    initial_value: optional(anyText(3000)),
    multiline: optional(boolean),
    min_length: optional(integer(0, 3000)),
    max_length: optional(integer(1, 3000)),
  },
  inOrder('min_length', 'max_length'),
);
export const emailInput = typed<EmailInput>({ ...typing, initial_value: optional(text(3000)) });
export const urlInput = typed<URLInput>({ ...typing, initial_value: optional(text(3000)) });
export const numberInput = typed<NumberInput>(
  {
    ...typing,
    is_decimal_allowed: required(boolean),
    initial_value: optional(decimal),
    min_value: optional(decimal),
    max_value: optional(decimal),
  },
  inOrder('min_value', 'max_value'),
);
export const richTextInput = typed<RichTextInput>(
  {
    ...typing,
    initial_value: optional(richText),
    min_lines: optional(integer(1, 100)),
    max_lines: optional(integer(1, 100)),
  },
  inOrder('min_lines', 'max_lines'),
);
export const fileInput = typed<FileInput>({
  action_id: actionId,
  filetypes: optional(list(text(255))),
  max_files: optional(integer(1, 10)),
});

const pick = { ...focus, confirm: optional(confirm) };

export const datepicker = typed<Datepicker>({ ...pick, ...placeholder, initial_date: optional(date) });
export const timepicker = typed<Timepicker>({
  ...pick,
  ...placeholder,
  initial_time: optional(time),
  timezone: optional(text(255)),
});
export const dateTimepicker = typed<DateTimepicker>({
  ...pick,
  initial_date_time: optional(integer(1_000_000_000, 9_999_999_999)),
});
