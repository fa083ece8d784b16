import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Json } from '../json.ts';

const MARKUP = /<@([UW]\w+)>|<#(C\w+)(?:\|[^>]*)?>|<!(here|channel|everyone)>|<(https?:[^|>]+)(?:\|([^>]*))?>/g;

/** What a person typed, as the block in which Slack delivers it beside the text. */
export function richTextOf(text: string): Json & RichTextBlock {
  const elements: RichTextElement[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    if (match.index > end) elements.push(words(text.slice(end, match.index)));
    elements.push(marked(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) elements.push(words(text.slice(end)));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

const words = (text: string): RichTextElement => ({ type: 'text', text: unescaped(text) });

function marked([, user, channel, range, url, label]: RegExpExecArray | RegExpMatchArray): RichTextElement {
  if (user !== undefined) return { type: 'user', user_id: user };
  if (channel !== undefined) return { type: 'channel', channel_id: channel };
  if (range !== undefined) return { type: 'broadcast', range: range as 'here' | 'channel' | 'everyone' };
  return { type: 'link', url: unescaped(url ?? ''), ...(label === undefined ? {} : { text: unescaped(label) }) };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
