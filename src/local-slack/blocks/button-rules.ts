import type { Button, FeedbackButtons, IconButton, ImageElement, WorkflowButton } from '@slack/types';
import { optional, plain, type Relation, required, typed } from './rule.ts';
import { actionId, confirm, plainText, slackFile } from './text-rules.ts';
import { BUTTON_SCHEMES, list, oneOf, text, url } from './value-rules.ts';

/** What is pressed or only looked at: docs.slack.dev/reference/block-kit/block-elements. */

const label = optional(text(75));
const style = optional(oneOf('primary', 'danger'));

export const button = typed<Button>({
  action_id: actionId,
  text: required(plainText(75)),
  value: optional(text(2000)),
  url: optional(url(3000, BUTTON_SCHEMES)),
  style,
  accessibility_label: label,
  confirm: optional(confirm),
});

const feedbackButton = plain<FeedbackButtons['positive_button']>({
  text: required(plainText(75)),
  value: required(text(2000)),
  accessibility_label: label,
});

export const feedbackButtons = typed<FeedbackButtons>({
  action_id: actionId,
  positive_button: required(feedbackButton),
  negative_button: required(feedbackButton),
});

export const iconButton = typed<IconButton>({
  action_id: actionId,
  icon: required(text(255)),
  text: required(plainText(75)),
  value: optional(text(2000)),
  accessibility_label: label,
  confirm: optional(confirm),
  visible_to_user_ids: optional(list(text(255))),
});

type Workflow = WorkflowButton['workflow'];
type Parameter = NonNullable<Workflow['trigger']['customizable_input_parameters']>[number];

const trigger = plain<Workflow['trigger']>({
  url: required(url(3000, ['https:'])),
  customizable_input_parameters: optional(list(plain<Parameter>({ name: required(text()), value: required(text()) }))),
});

export const workflowButton = typed<WorkflowButton>({
  action_id: actionId,
  text: required(plainText(75)),
  workflow: required(plain<Workflow>({ trigger: required(trigger) })),
  style,
  accessibility_label: label,
  confirm: optional(confirm),
});

/** An image comes from an address or from a file in Slack, not from both. */
export const oneSource: Relation = (image, at, report) => {
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    report(at, 'must define either `image_url` or `slack_file`');
  }
};

export const imageElement = typed<ImageElement>(
  { alt_text: required(text(2000)), image_url: optional(url(3000)), slack_file: optional(slackFile) },
  oneSource,
);
