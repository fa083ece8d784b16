import type { KnownBlock } from '@slack/types';
import type { Digest } from '../digest/digest.ts';
import { fitDigest } from './digest-fit.ts';
import { renderDigestText } from './digest-text.ts';
import { capList, LIMITS } from './limits.ts';
import { plainLine } from './mrkdwn-lines.ts';
import { context, sections } from './packed-blocks.ts';
import { heading } from './parts.ts';
import { inertLines, type SlackMessage } from './slack-message.ts';

/** What notes may weigh together, and caveats; what one of them may; and how many are shown. */
const NOTES = 700;
const CAVEATS = 1600;
const ENTRY = 600;
const ENTRIES = 12;
/** What is left for the blocks themselves and the title. */
const FRAME = 1200;

/**
 * A digest as a Slack message that Slack takes whatever it holds: the title as a headline, notes below it, each section
 * under its heading, caveats as small print, last the numbered citations with their links. `text` is the whole plain digest, cut only
 * where Slack would not take it.
 */
export function renderDigestMessage(digest: Digest): SlackMessage {
  return { text: inertLines(renderDigestText(digest)) || '–', blocks: digestBlocks(digest) };
}

function digestBlocks(digest: Digest): KnownBlock[] {
  const notes = smallPrint(digest.notes, NOTES);
  const caveats = smallPrint(digest.caveats, CAVEATS);
  const fitted = fitDigest(digest, LIMITS.digestWeight - FRAME - notes.used - caveats.used);
  return [
    heading(digest.title),
    ...context(notes.lines, '\n'),
    ...fitted.sections.flatMap(({ heading: head, lines, note }) =>
      sections([head, ...lines, note].filter((line) => line.trim() !== '')),
    ),
    ...(fitted.left === 0 ? [] : sections([`… and ${fitted.left} more`])),
    ...context(caveats.lines, '\n'),
    ...context(fitted.citations, '  ·  '),
  ];
}

function smallPrint(texts: readonly string[], share: number): { lines: string[]; used: number } {
  // Once escaped, what holds nothing but control characters is blank too.
  const spoken = texts.map((text) => plainLine(text, ENTRY)).filter((line) => line.trim() !== '');
  const { shown, more, used } = capList(spoken, ENTRIES, share);
  return { lines: more === 0 ? shown : [...shown, `… and ${more} more`], used };
}
