import type { ContextBlock, SectionBlock } from '@slack/types';
import { LIMITS, packLines } from './limits.ts';

/** Lines of mrkdwn as few sections as hold them; each line must fit one. */
export function sections(lines: string[]): SectionBlock[] {
  return packLines(lines, LIMITS.sectionText).map((text) => ({ type: 'section', text: verbatim(text) }));
}

/** Entries of mrkdwn as one block of small print; none for no entries. */
export function context(entries: string[], joint: string): ContextBlock[] {
  if (entries.length === 0) return [];
  const elements = packLines(entries, LIMITS.sectionText, joint).slice(0, LIMITS.contextElements).map(verbatim);
  return [{ type: 'context', elements }];
}

/** `verbatim` keeps Slack from making links and mentions of bare addresses and names. */
function verbatim(text: string) {
  return { type: 'mrkdwn' as const, text, verbatim: true };
}
