import type {
  ChannelsSelect,
  Checkboxes,
  ConversationsSelect,
  ExternalSelect,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiExternalSelect,
  MultiStaticSelect,
  MultiUsersSelect,
  Overflow,
  RadioButtons,
  StaticSelect,
  UsersSelect,
} from '@slack/types';
import {
  choiceOption,
  conversationFilter,
  initialIsOffered,
  menuOption,
  optionGroup,
  optionsOrGroups,
  overflowOption,
} from './option-rules.ts';
import { optional, required, typed } from './rule.ts';
import { actionId, confirm, plainText } from './text-rules.ts';
import { boolean, integer, list, text } from './value-rules.ts';

/** Menus and choices: docs.slack.dev/reference/block-kit/block-elements. */

const id = text(255);
const common = { action_id: actionId, confirm: optional(confirm), focus_on_load: optional(boolean) };
const menu = { ...common, placeholder: optional(plainText(150)) };
const many = { ...menu, max_selected_items: optional(integer(1, 100)) };
const choices = { options: optional(list(menuOption, 100)), option_groups: optional(list(optionGroup, 100)) };
const conversations = { default_to_current_conversation: optional(boolean), filter: optional(conversationFilter) };
const responding = { response_url_enabled: optional(boolean) };
const external = { min_query_length: optional(integer(0, 3000)) };

export const staticSelect = typed<StaticSelect>(
  { ...menu, ...choices, initial_option: optional(menuOption) },
  optionsOrGroups,
);
export const multiStaticSelect = typed<MultiStaticSelect>(
  { ...many, ...choices, initial_options: optional(list(menuOption, 100)) },
  optionsOrGroups,
);
export const externalSelect = typed<ExternalSelect>({ ...menu, ...external, initial_option: optional(menuOption) });
export const multiExternalSelect = typed<MultiExternalSelect>({
  ...many,
  ...external,
  initial_options: optional(list(menuOption, 100)),
});
export const usersSelect = typed<UsersSelect>({ ...menu, initial_user: optional(id) });
export const multiUsersSelect = typed<MultiUsersSelect>({ ...many, initial_users: optional(list(id)) });
export const channelsSelect = typed<ChannelsSelect>({ ...menu, ...responding, initial_channel: optional(id) });
export const multiChannelsSelect = typed<MultiChannelsSelect>({ ...many, initial_channels: optional(list(id)) });
export const conversationsSelect = typed<ConversationsSelect>({
  ...menu,
  ...responding,
  ...conversations,
  initial_conversation: optional(id),
});
export const multiConversationsSelect = typed<MultiConversationsSelect>({
  ...many,
  ...conversations,
  initial_conversations: optional(list(id)),
});

export const overflow = typed<Overflow>({
  action_id: actionId,
  confirm: optional(confirm),
  options: required(list(overflowOption, 5)),
});
export const checkboxes = typed<Checkboxes>(
  { ...common, options: required(list(choiceOption, 10)), initial_options: optional(list(choiceOption, 10)) },
  initialIsOffered,
);
export const radioButtons = typed<RadioButtons>(
  { ...common, options: required(list(choiceOption, 10)), initial_option: optional(choiceOption) },
  initialIsOffered,
);
