import type { KnownBlock, SectionBlock } from '@slack/types';
import { LIMITS, truncate } from '../../render/limits.ts';
import { printDate } from '../../render/lines.ts';
import { escapeMrkdwn, link } from '../../render/mrkdwn.ts';
import { button, plain, section, smallPrint } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';
import type { Proposal } from '../../store/proposals.ts';
import { mention } from '../mention.ts';

export const ACCEPT_ACTION = 'proposal_accept';
export const DECLINE_ACTION = 'proposal_decline';
export const PATCH_ACTION = 'proposal_patch';

/**
 * A suggestion as the editors see it: with two buttons while it is open, then with who decided it.
 * @param title the title of the event that it is about, where the record holds it
 */
export function proposalMessage(proposal: Proposal, title: string | undefined): SlackMessage {
  const heading = headingOf(proposal, title);
  return {
    text: `${heading}\n${escapeMrkdwn(truncate(proposal.text, 500))}\n${outcome(proposal)}`,
    blocks: [section(heading), wordsOf(proposal), smallPrint(given(proposal)), ...standing(proposal)],
  };
}

/** "Accepted by @bob on 14 March 2026", or that it waits. */
export function outcome({ state, decided }: Proposal): string {
  if (decided === null) return 'It waits for an editor to accept or decline it.';
  const verb = state === 'accepted' ? 'Accepted' : 'Declined';
  return `${verb} by ${mention(decided.by)} on ${printDate(decided.at.toISOString().slice(0, 10))}.`;
}

function headingOf({ kind, event, user }: Proposal, title: string | undefined): string {
  if (kind === 'event') return `*New event* suggested by ${mention(user)}`;
  const about = title ?? event ?? 'an event';
  return `*Correction* suggested by ${mention(user)}: ${escapeMrkdwn(truncate(about, 300))}`;
}

/** Plain text: what a person wrote needs no escapes there, and keeps its lines. Each other control character weighs six. */
function wordsOf({ text }: Proposal): SectionBlock {
  return { type: 'section', text: plain(text.replace(/[^\P{Cc}\n]+/gu, ' '), LIMITS.sectionText) };
}

function given({ event, date, sourceUrl }: Proposal): string {
  const parts = [
    date === null ? 'No date given' : `Date as given: ${escapeMrkdwn(truncate(date, 200))}`,
    sourceUrl === null ? 'no source given' : `source: ${link(sourceUrl, truncate(sourceUrl, 200))}`,
    ...(event === null ? [] : [`event: ${escapeMrkdwn(truncate(event, 200))}`]),
  ];
  return parts.join(' · ');
}

function standing(proposal: Proposal): KnownBlock[] {
  const { id, state } = proposal;
  const again = button(PATCH_ACTION, 'Send the YAML again', id);
  if (state === 'open') {
    const elements = [button(ACCEPT_ACTION, 'Accept', id, 'primary'), button(DECLINE_ACTION, 'Decline', id, 'danger')];
    return [{ type: 'actions', elements }];
  }
  return [
    smallPrint(outcome(proposal)),
    ...(state === 'accepted' ? [{ type: 'actions' as const, elements: [again] }] : []),
  ];
}
