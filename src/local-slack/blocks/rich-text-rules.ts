import type {
  RichTextBlock,
  RichTextBlockElement,
  RichTextBroadcastMention,
  RichTextChannelMention,
  RichTextColor,
  RichTextDate,
  RichTextElement,
  RichTextEmoji,
  RichTextLink,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
  RichTextTeamMention,
  RichTextText,
  RichTextUsergroupMention,
  RichTextUserMention,
} from '@slack/types';
import { type Check, members, oneOfTypes, optional, plain, required, typed } from './rule.ts';
import { blockId } from './text-rules.ts';
import { anyText, boolean, integer, list, matching, oneOf, text, url } from './value-rules.ts';

/** docs.slack.dev/reference/block-kit/blocks/rich-text-block. */

const style = optional(
  plain<NonNullable<RichTextText['style']>>({
    bold: optional(boolean),
    code: optional(boolean),
    italic: optional(boolean),
    strike: optional(boolean),
    underline: optional(boolean),
  }),
);

const INLINE: Record<RichTextElement['type'], Check> = {
  text: typed<RichTextText>({ text: required(text()), style }),
  link: typed<RichTextLink>({
    url: required(url(3000, ['https:', 'http:', 'mailto:', 'tel:', 'slack:'])),
    text: optional(anyText(Number.POSITIVE_INFINITY)),
    unsafe: optional(boolean),
    style,
  }),
  emoji: typed<RichTextEmoji>({ name: required(text()), unicode: optional(text()), url: optional(url(3000)), style }),
  date: typed<RichTextDate>({
    timestamp: required(integer(0, Number.MAX_SAFE_INTEGER)),
    format: required(text()),
    url: optional(url(3000)),
    fallback: optional(text()),
    style,
  }),
  user: typed<RichTextUserMention>({ user_id: required(text()), style }),
  usergroup: typed<RichTextUsergroupMention>({ usergroup_id: required(text()), style }),
  team: typed<RichTextTeamMention>({ team_id: required(text()), style }),
  channel: typed<RichTextChannelMention>({ channel_id: required(text()), style }),
  broadcast: typed<RichTextBroadcastMention>({ range: required(oneOf('here', 'channel', 'everyone')), style }),
  color: typed<RichTextColor>({ value: required(matching(/^#[0-9a-f]{6}$/i, 'a hex color')), style }),
};

const inline = oneOfTypes(Object.keys(INLINE), () => INLINE);
const border = optional(oneOf(0, 1));

const section = typed<RichTextSection>({ elements: required(list(inline, undefined, 0)) });

const PARTS: Record<RichTextBlockElement['type'], Check> = {
  rich_text_section: section,
  rich_text_list: typed<RichTextList>({
    elements: required(list(oneOfTypes(['rich_text_section'], () => PARTS))),
    style: required(oneOf('bullet', 'ordered')),
    indent: optional(integer(0, 8)),
    border,
  }),
  rich_text_quote: typed<RichTextQuote>({ elements: required(list(inline)), border }),
  rich_text_preformatted: typed<RichTextPreformatted>({
    elements: required(
      list(
        oneOfTypes(members<RichTextPreformatted['elements'][number]['type']>({ text: true, link: true }), () => INLINE),
      ),
    ),
    border,
  }),
};

export const richText = typed<RichTextBlock>({
  block_id: blockId,
  elements: required(list(oneOfTypes(Object.keys(PARTS), () => PARTS))),
});
