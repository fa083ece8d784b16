import type {
  ConfirmationDialog,
  DispatchActionConfig,
  MrkdwnElement,
  PlainTextElement,
  SlackFile,
} from '@slack/types';
import { type Check, oneOfTypes, optional, plain, type Report, required, typed } from './rule.ts';
import { boolean, list, oneOf, text, url } from './value-rules.ts';

/** Composition objects: docs.slack.dev/reference/block-kit/composition-objects. */

const textOf = (kinds: readonly ('plain_text' | 'mrkdwn')[], max: number): Check => {
  const checks = {
    plain_text: typed<PlainTextElement>({ text: required(text(max)), emoji: optional(boolean) }),
    mrkdwn: typed<MrkdwnElement>({ text: required(text(max)), verbatim: optional(boolean) }),
  };
  const check = oneOfTypes(kinds, () => checks);
  return (value, at, report) => {
    const found: Parameters<Report>[] = [];
    check(value, at, (...issue) => found.push(issue));
    // Slack puts this sentence before what it found wrong with a text.
    if (found.length > 0) report(at, 'failed to match all allowed schemas');
    for (const issue of found) report(...issue);
  };
};

export const plainText = (max: number) => textOf(['plain_text'], max);
export const mrkdwn = (max: number) => textOf(['mrkdwn'], max);
export const anyTextObject = (max: number) => textOf(['mrkdwn', 'plain_text'], max);

/** A text inside a block whose limit is not told elsewhere. */
export const LONGEST_TEXT = 3000;

export const confirm = plain<ConfirmationDialog>({
  title: optional(plainText(100)),
  text: required(anyTextObject(300)),
  confirm: optional(plainText(30)),
  deny: optional(plainText(30)),
  style: optional(oneOf('primary', 'danger')),
});

export const dispatchConfig = plain<DispatchActionConfig>({
  trigger_actions_on: optional(list(oneOf('on_enter_pressed', 'on_character_entered'), 2)),
});

export const slackFile = plain<SlackFile>({ id: optional(text(255)), url: optional(url(3000)) }, (file, at, report) => {
  if ((file.id === undefined) === (file.url === undefined)) report(at, 'must define either `id` or `url`');
});

/** What every element that a person can use may carry. */
export const actionId = optional(text(255));
export const blockId = optional(text(255));
