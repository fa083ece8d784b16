import type { Answer } from '../../src/answer/answer.ts';
import { Refusal } from '../../src/local-slack/refusal.ts';
import { validateMessage } from '../../src/local-slack/validate-message.ts';
import { link } from '../../src/render/mrkdwn.ts';
import { renderSlackMessage } from '../../src/render/slack-message.ts';

/** What is wrong with an answer whatever was asked: no citation, a message that Slack refuses, live markup in it. */
export function flawsOf(answer: Answer): string[] {
  const told = answer.status !== 'declined' && answer.kind !== 'meta';
  const cited = new Set(answer.statements.flatMap(({ cites }) => cites));
  const listed = new Set(answer.citations.map(({ n }) => n));
  return [
    ...(told && answer.citations.length === 0 ? ['answered without a citation'] : []),
    ...(told && answer.events.length === 0 ? ['answered without an event'] : []),
    ...(cited.symmetricDifference(listed).size > 0 ? ['citations and their marks differ'] : []),
    ...messageFlaws(answer),
  ];
}

function messageFlaws(answer: Answer): string[] {
  const message = renderSlackMessage(answer);
  const flaws: string[] = [];
  try {
    validateMessage({ ...message });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    flaws.push('Slack refuses the message');
  }
  const links = answer.citations.map(({ url }) => link(url, 'x').slice(0, -'x>'.length));
  for (const text of [message.text, ...mrkdwnTexts(message.blocks)]) {
    const rest = links
      .reduce((left, start) => left.replaceAll(start, '\u0001'), text)
      .replace(/\u0001([^<>]*)>/g, '$1');
    if (/[<>]/.test(rest)) flaws.push('live markup');
    if (/&(?!amp;|lt;|gt;)/.test(rest)) flaws.push('a bare &');
    if (/[_~`]/.test(rest)) flaws.push('live formatting');
    if (/[\p{Cc}]/u.test(rest.replaceAll('\n', ''))) flaws.push('a control character');
    if (/[\u202a-\u202e\u2066-\u2069]/.test(rest)) flaws.push('a character that turns the line round');
  }
  return [...new Set(flaws)];
}

/** Every text of blocks that Slack reads as mrkdwn. */
function mrkdwnTexts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnTexts)];
}
