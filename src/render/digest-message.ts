import type { KnownBlock } from '@slack/types';
import type { Digest } from '../digest/digest.ts';
import { fitDigest } from './digest-fit.ts';
import { renderDigestText } from './digest-text.ts';
import { capList, LIMITS } from './limits.ts';
import { plainLine } from './mrkdwn-lines.ts';
import { context, sections } from './packed-blocks.ts';
import { heading } from './parts.ts';
import { inertLines, type SlackMessage } from './slack-message.ts';

/** What notes and caveats may weigh together, and one of them. */
const SMALL = 1800;
const NOTE = 600;
/** Most notes and caveats that are shown. */
const NOTES = 12;
/** What is left for the blocks themselves and the title. */
const FRAME = 1200;

/**
 * A digest as a Slack message that Slack takes whatever it holds: the title as a headline, each section under its heading,
 * notes and caveats as small print, last the numbered citations with their links. `text` is the whole plain digest, cut only
 * where Slack would not take it.
 */
export function renderDigestMessage(digest: Digest): SlackMessage {
  return { text: inertLines(renderDigestText(digest)) || '–', blocks: digestBlocks(digest) };
}

function digestBlocks(digest: Digest): KnownBlock[] {
  const small = [...digest.notes, ...digest.caveats]
    .filter((text) => text.trim() !== '')
    .map((text) => plainLine(text, NOTE));
  const { shown, more, used } = capList(small, NOTES, SMALL);
  const fitted = fitDigest(digest, LIMITS.digestWeight - FRAME - used);
  return [
    heading(digest.title),
    ...fitted.sections.flatMap(({ heading: head, lines, note }) =>
      sections([head, ...lines, note].filter((line) => line.trim() !== '')),
    ),
    ...(fitted.left === 0 ? [] : sections([`… and ${fitted.left} more`])),
    ...context(more === 0 ? shown : [...shown, `… and ${more} more`], '\n'),
    ...context(fitted.citations, '  ·  '),
  ];
}
