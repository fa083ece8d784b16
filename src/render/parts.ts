import type { Button, ContextBlock, HeaderBlock, PlainTextElement, SectionBlock } from '@slack/types';
import { LIMITS, truncate } from './limits.ts';

/** Small parts of views and messages. What is mrkdwn must be escaped already; plain text need not be. */

/** Words as they are: no formatting, no pictures for `:names:`. Cut to `max` characters; blank ones become a dash, as everywhere here. */
export function plain(text: string, max: number): PlainTextElement {
  return { type: 'plain_text', text: truncate(spoken(text), max), emoji: false };
}

export function heading(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, LIMITS.headerText) };
}

/** @param text mrkdwn of at most 3,000 characters; names and addresses in it stay text */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: spoken(text), verbatim: true } };
}

export function smallPrint(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: spoken(text), verbatim: true }] };
}

/** @param value at most 2,000 characters; a button without one tells by its id alone what is wanted */
export function button(actionId: string, text: string, value?: string, style?: 'primary' | 'danger'): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plain(text, LIMITS.buttonText),
    ...(value === undefined ? {} : { value: value.toWellFormed() }),
    ...(style === undefined ? {} : { style }),
  };
}

/** Text that is not read as mrkdwn: without breaks, control characters and what turns the direction of a line. */
export function printable(text: string): string {
  return spoken(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, ''));
}

/** Slack takes no empty text, and no half of a surrogate pair. */
function spoken(text: string): string {
  return text.trim() === '' ? '–' : text.toWellFormed();
}
