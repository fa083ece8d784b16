import type { ConversationFilter, MrkdwnOption, Option, PlainTextOption } from '@slack/types';
import { isObject, type Json } from '../json.ts';
import { optional, plain, type Relation, required } from './rule.ts';
import { anyTextObject, plainText } from './text-rules.ts';
import { BUTTON_SCHEMES, boolean, list, oneOf, text, url } from './value-rules.ts';

const VALUE = 150;

const noUrl: Relation = (option, at, report) => {
  if (option.url !== undefined) report(at, 'invalid additional property: url');
};

/** An option of a menu. */
export const menuOption = plain<PlainTextOption>(
  {
    text: required(plainText(75)),
    value: required(text(VALUE)),
    description: optional(plainText(75)),
    url: optional(text()),
  },
  noUrl,
);

/** An option of an overflow menu, the only one that may be a link. */
export const overflowOption = plain<PlainTextOption>({
  text: required(plainText(75)),
  value: required(text(VALUE)),
  description: optional(plainText(75)),
  url: optional(url(3000, BUTTON_SCHEMES)),
});

/** An option of checkboxes or radio buttons, which may be written in mrkdwn. */
export const choiceOption = plain<MrkdwnOption | PlainTextOption>(
  {
    text: required(anyTextObject(75)),
    value: required(text(VALUE)),
    description: optional(anyTextObject(75)),
    url: optional(text()),
  },
  noUrl,
);

export const optionGroup = plain<{ label: PlainTextOption['text']; options: PlainTextOption[] }>({
  label: required(plainText(75)),
  options: required(list(menuOption, 100)),
});

export const conversationFilter = plain<ConversationFilter>(
  {
    include: optional(list(oneOf('im', 'mpim', 'private', 'public'), 4)),
    exclude_external_shared_channels: optional(boolean),
    exclude_bot_users: optional(boolean),
  },
  (filter, at, report) => {
    if (Object.keys(filter).length === 0) report(at, 'must define at least one filter');
  },
);

/** Either options or groups of options, and what is chosen at first must be one of them. */
export const optionsOrGroups: Relation = (menu, at, report) => {
  if ((menu.options === undefined) === (menu.option_groups === undefined)) {
    report(at, 'must define either `options` or `option_groups`');
  }
  initialIsOffered(menu, at, report);
};

/** What is chosen at first must match an option exactly. */
export const initialIsOffered: Relation = (menu, at, report) => {
  const offered = optionsOf(menu).map((option) => JSON.stringify(essence(option)));
  const initial = [menu.initial_option ?? [], menu.initial_options ?? []].flat().filter(isObject);
  if (initial.some((option) => !offered.includes(JSON.stringify(essence(option))))) {
    report(at, 'initial options must match an option exactly');
  }
};

/** The options of a menu, in groups or not. */
export function optionsOf(menu: Json): Option[] {
  const groups = Array.isArray(menu.option_groups) ? menu.option_groups : [];
  const lists = [menu.options, ...groups.map((group) => group?.options)];
  return lists.flatMap((options) => (Array.isArray(options) ? options.filter(isObject) : [])) as unknown as Option[];
}

function essence(option: Json | Option): Json {
  const { text, value, description } = option as Json;
  const words = (object: unknown) => (isObject(object) ? { type: object.type, text: object.text } : object);
  return { text: words(text), value, description: words(description) };
}
