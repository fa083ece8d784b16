import type { KnownBlock } from '@slack/types';
import type { Answer } from '../answer/answer.ts';
import { renderBlocks } from './blocks.ts';
import { LIMITS, packLines, truncate } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';
import { pageWindow, within } from './pages.ts';
import { renderPlainText } from './plain-text.ts';

/** What a message says: blocks for the eye, text for notifications and screen readers. */
export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}

/**
 * An answer as a Slack message; `text` is the whole plain answer, cut only where Slack would not take it.
 * @param page which page of a long list, counted from 0; absent for its beginning
 */
export function renderSlackMessage(answer: Answer, page?: number): SlackMessage {
  const shown = page === undefined ? answer : within(answer, pageWindow(answer, page));
  const text = inertLines(renderPlainText(shown));
  return { text: text === '' ? 'The record holds nothing to say here.' : text, blocks: renderBlocks(answer, page) };
}

/** A message of our own words, one section a paragraph. The words are escaped like everything else. */
export function renderNotice(...paragraphs: string[]): SlackMessage {
  return {
    text: inertLines(paragraphs.join('\n')),
    blocks: paragraphs.map((paragraph) => ({
      type: 'section',
      text: { type: 'mrkdwn', text: inertLines(truncate(paragraph, 500)), verbatim: true },
    })),
  };
}

/** Longest line of a fallback text, and what is left of a longer one: escaping can lengthen it fivefold. */
const LINE = 3750;
const SHORTENED = LINE / 5;

/** What is left free in a fallback text for the words that a door puts before an answer. */
const ROOM = 100;

/** Escapes each line for itself, so that the lines stay lines; where the whole is too long, the last lines give way to "…". */
export function inertLines(text: string): string {
  const lines = text.split('\n').map(inertLine);
  const [head = '', ...rest] = packLines(lines, LIMITS.fallbackText - ROOM - 2);
  return (rest.length === 0 ? head : `${head}\n…`).trim();
}

function inertLine(line: string): string {
  const escaped = escapeMrkdwn(line);
  return escaped.length <= LINE ? escaped : escapeMrkdwn(truncate(line, SHORTENED));
}
