import type { AlertBlock, CardBlock, CarouselBlock, ContainerBlock } from '@slack/types';
import { button, imageElement } from './button-rules.ts';
import * as layout from './layout-rules.ts';
import { richText } from './rich-text-rules.ts';
import { type Check, oneOfTypes, optional, required, typed } from './rule.ts';
import { table } from './table-rules.ts';
import { anyTextObject, blockId, mrkdwn, plainText } from './text-rules.ts';
import { boolean, list, oneOf } from './value-rules.ts';

/** Blocks that frame others: docs.slack.dev/reference/block-kit/blocks. */

export const alert = typed<AlertBlock>({
  block_id: blockId,
  text: required(anyTextObject(200)),
  level: optional(oneOf('default', 'info', 'warning', 'error', 'success')),
});

const image: Check = oneOfTypes(['image'], () => ({ image: imageElement }));

export const card = typed<CardBlock>(
  {
    block_id: blockId,
    hero_image: optional(image),
    icon: optional(image),
    title: optional(mrkdwn(150)),
    subtitle: optional(mrkdwn(150)),
    body: optional(mrkdwn(200)),
    actions: optional(
      list(
        oneOfTypes(['button'], () => ({ button })),
        3,
      ),
    ),
  },
  (block, at, report) => {
    const filled = ['hero_image', 'title', 'actions', 'body'].some((field) => block[field] !== undefined);
    if (!filled) report(at, 'must define one of `hero_image`, `title`, `actions` or `body`');
  },
);

export const carousel = typed<CarouselBlock>({
  block_id: blockId,
  elements: required(
    list(
      oneOfTypes(['card'], () => ({ card })),
      10,
    ),
  ),
});

type Child = ContainerBlock['child_blocks'][number]['type'];

/** A remote file is shown by Slack alone, so no app can put one into a container either. */
const CHILDREN: Record<Exclude<Child, 'file'>, Check> = {
  actions: layout.actions,
  context: layout.context,
  divider: layout.divider,
  header: layout.header,
  image: layout.image,
  input: layout.input,
  rich_text: richText,
  section: layout.section,
  table,
  video: layout.video,
};

export const container = typed<ContainerBlock>(
  {
    block_id: blockId,
    title: optional(plainText(150)),
    rich_text_title: optional(oneOfTypes(['rich_text'], () => ({ rich_text: richText }))),
    subtitle: optional(anyTextObject(150)),
    child_blocks: required(
      list(
        oneOfTypes(Object.keys(CHILDREN), () => CHILDREN),
        10,
      ),
    ),
    width: optional(oneOf('narrow', 'standard', 'wide', 'full')),
    icon: optional(image),
    is_collapsible: optional(boolean),
    default_collapsed: optional(boolean),
    has_header_divider: optional(boolean),
  },
  (block, at, report) => {
    if (!block.title && !block.rich_text_title) report(at, 'must define either `title` or `rich_text_title`');
    if (block.default_collapsed === true && block.is_collapsible !== true) {
      report(at, '`default_collapsed` requires `is_collapsible`');
    }
  },
);
