import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  ContextBlockElement,
  InputBlockElement,
  SectionBlockAccessory,
} from '@slack/types';
import * as buttons from './button-rules.ts';
import * as inputs from './input-rules.ts';
import { type Check, members, oneOfTypes } from './rule.ts';
import * as selects from './select-rules.ts';
import { anyTextObject, LONGEST_TEXT } from './text-rules.ts';

type ElementType = (
  | ActionsBlockElement
  | ContextActionsBlockElement
  | ContextBlockElement
  | InputBlockElement
  | SectionBlockAccessory
)['type'];

const ELEMENTS: Record<ElementType, Check> = {
  button: buttons.button,
  feedback_buttons: buttons.feedbackButtons,
  icon_button: buttons.iconButton,
  workflow_button: buttons.workflowButton,
  image: buttons.imageElement,
  plain_text: anyTextObject(LONGEST_TEXT),
  mrkdwn: anyTextObject(LONGEST_TEXT),
  static_select: selects.staticSelect,
  multi_static_select: selects.multiStaticSelect,
  external_select: selects.externalSelect,
  multi_external_select: selects.multiExternalSelect,
  users_select: selects.usersSelect,
  multi_users_select: selects.multiUsersSelect,
  channels_select: selects.channelsSelect,
  multi_channels_select: selects.multiChannelsSelect,
  conversations_select: selects.conversationsSelect,
  multi_conversations_select: selects.multiConversationsSelect,
  overflow: selects.overflow,
  checkboxes: selects.checkboxes,
  radio_buttons: selects.radioButtons,
  plain_text_input: inputs.plainTextInput,
  email_text_input: inputs.emailInput,
  url_text_input: inputs.urlInput,
  number_input: inputs.numberInput,
  rich_text_input: inputs.richTextInput,
  file_input: inputs.fileInput,
  datepicker: inputs.datepicker,
  timepicker: inputs.timepicker,
  datetimepicker: inputs.dateTimepicker,
};

const among = (types: readonly string[]): Check => oneOfTypes(types, () => ELEMENTS);

const SELECTS = {
  static_select: true,
  external_select: true,
  users_select: true,
  channels_select: true,
  conversations_select: true,
  multi_static_select: true,
  multi_external_select: true,
  multi_users_select: true,
  multi_channels_select: true,
  multi_conversations_select: true,
} as const;

const CHOICES = { ...SELECTS, checkboxes: true, radio_buttons: true, datepicker: true, timepicker: true } as const;

/** What each kind of block may hold, one for one as in the SDK's unions. */
export const actionsElement = among(
  members<ActionsBlockElement['type']>({
    ...CHOICES,
    button: true,
    workflow_button: true,
    overflow: true,
    datetimepicker: true,
    rich_text_input: true,
  }),
);
export const sectionAccessory = among(
  members<SectionBlockAccessory['type']>({
    ...CHOICES,
    button: true,
    workflow_button: true,
    overflow: true,
    image: true,
  }),
);
export const inputElement = among(
  members<InputBlockElement['type']>({
    ...CHOICES,
    datetimepicker: true,
    plain_text_input: true,
    email_text_input: true,
    url_text_input: true,
    number_input: true,
    rich_text_input: true,
    file_input: true,
  }),
);
export const contextElement = among(
  members<ContextBlockElement['type']>({ image: true, mrkdwn: true, plain_text: true }),
);
export const contextActionsElement = among(
  members<ContextActionsBlockElement['type']>({ feedback_buttons: true, icon_button: true }),
);
