import type {
  ActionsBlock,
  ContextActionsBlock,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  ImageBlock,
  InputBlock,
  MarkdownBlock,
  SectionBlock,
  VideoBlock,
} from '@slack/types';
import { isObject } from '../json.ts';
import { oneSource } from './button-rules.ts';
import {
  actionsElement,
  contextActionsElement,
  contextElement,
  inputElement,
  sectionAccessory,
} from './element-rules.ts';
import { optional, type Relation, required, typed } from './rule.ts';
import { anyTextObject, blockId, LONGEST_TEXT, plainText, slackFile } from './text-rules.ts';
import { boolean, list, text, unique, url } from './value-rules.ts';

/** The blocks that most messages are made of: docs.slack.dev/reference/block-kit/blocks. */

const uniqueActions: Relation = (block, at, report) => {
  const elements = Array.isArray(block.elements) ? block.elements : [];
  const names = elements.map((element, index): [unknown, string] => [
    isObject(element) ? element.action_id : undefined,
    `${at}/elements/${index}`,
  ]);
  unique(names, 'action_id', report);
};

export const section = typed<SectionBlock>(
  {
    block_id: blockId,
    text: optional(anyTextObject(LONGEST_TEXT)),
    fields: optional(list(anyTextObject(2000), 10)),
    accessory: optional(sectionAccessory),
    expand: optional(boolean),
  },
  (block, at, report) => {
    if (!block.text && !block.fields) report(at, 'must define either `text` or `fields`');
  },
);

export const header = typed<HeaderBlock>({ block_id: blockId, text: required(plainText(150)) });
export const divider = typed<DividerBlock>({ block_id: blockId });
export const markdown = typed<MarkdownBlock>({ block_id: blockId, text: required(text(12_000)) });
export const context = typed<ContextBlock>({ block_id: blockId, elements: required(list(contextElement, 10)) });

export const actions = typed<ActionsBlock>(
  { block_id: blockId, elements: required(list(actionsElement, 25)) },
  uniqueActions,
);

export const contextActions = typed<ContextActionsBlock>(
  { block_id: blockId, elements: required(list(contextActionsElement, 5)) },
  uniqueActions,
);

export const image = typed<ImageBlock>(
  {
    block_id: blockId,
    alt_text: required(text(2000)),
    title: optional(plainText(2000)),
    image_url: optional(url(3000)),
    slack_file: optional(slackFile),
  },
  oneSource,
);

export const input = typed<InputBlock>({
  block_id: blockId,
  label: required(plainText(2000)),
  hint: optional(plainText(2000)),
  optional: optional(boolean),
  element: required(inputElement),
  dispatch_action: optional(boolean),
});

export const video = typed<VideoBlock>({
  block_id: blockId,
  video_url: required(url(3000, ['https:'])),
  thumbnail_url: required(url(3000)),
  alt_text: required(text(2000)),
  title: required(plainText(199)),
  title_url: optional(url(3000, ['https:'])),
  author_name: optional(text(49)),
  provider_name: optional(text(2000)),
  provider_icon_url: optional(url(3000)),
  description: optional(plainText(199)),
});
