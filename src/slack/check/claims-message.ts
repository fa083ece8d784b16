import type { KnownBlock } from '@slack/types';
import type { Citation, Statement } from '../../answer/answer.ts';
import type { CheckedClaim } from '../../answer/check-claims.ts';
import { capList, LIMITS, packLines, truncate, weight } from '../../render/limits.ts';
import { citationDate, citationMarks } from '../../render/lines.ts';
import { bold, escapeMrkdwn, link } from '../../render/mrkdwn.ts';
import { section, smallPrint } from '../../render/parts.ts';
import type { SlackMessage } from '../../render/slack-message.ts';

/** How much is shown: claims of a message, events of a claim, sources of an event. */
const SHOWN = { claims: 10, events: 3, sources: 3 };
/** Characters that are shown of a claim, an event and a publisher. */
const CLAIM = 200;
const EVENT = 200;
const PUBLISHER = 60;
/** What the citations of a claim may weigh: addresses are long. */
const CITATIONS = LIMITS.messageWeight * 0.4;

const NOTHING =
  'I find no dated claim in that message: a sentence that says when something happened, such as “Iran struck Ain al-Asad on 8 January 2020”.';
const ONLY_DATES =
  'Only dates are checked: not who did it, not figures, not quotations. What the record lacks may be true all the same.';

/** What the record makes of the dated claims of a message, claim by claim, as far as a Slack message holds them. */
export function claimsMessage(checked: readonly CheckedClaim[]): SlackMessage {
  if (checked.length === 0) return { text: NOTHING, blocks: [section(NOTHING)] };
  const parts: KnownBlock[] = [];
  let used = 0;
  let told = 0;
  for (const claim of checked.slice(0, SHOWN.claims)) {
    const blocks = blocksOf(claim);
    const heavier = used + weight(JSON.stringify(blocks));
    if (told > 0 && heavier > LIMITS.messageWeight * 0.85) break;
    used = heavier;
    told += 1;
    parts.push(...blocks);
  }
  const left = checked.length - told;
  const closing =
    left > 0 ? `${left === 1 ? '1 more claim is' : `${left} more claims are`} not shown. ${ONLY_DATES}` : ONLY_DATES;
  const lines = checked.slice(0, told).map((claim) => `${quoted(claim)}\n${verdictOf(claim)}`);
  const [text = ''] = packLines([...lines, closing], LIMITS.fallbackText);
  return { text, blocks: [...parts, smallPrint(closing)] };
}

function blocksOf(checked: CheckedClaim): KnownBlock[] {
  const statements = checked.statements.slice(0, SHOWN.events);
  const more = checked.statements.length - statements.length;
  const cited = new Set(statements.flatMap(({ cites }) => cites.slice(0, SHOWN.sources)));
  const citations = checked.citations.filter(({ n }) => cited.has(n));
  const { shown } = capList(citations.map(citationEntry), LIMITS.contextElements, CITATIONS);
  const lines = [
    quoted(checked),
    bold(verdictOf(checked)),
    ...statements.map(eventLine),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
  return [
    ...packLines(lines, LIMITS.sectionText).map(section),
    ...packLines(shown, LIMITS.sectionText, '  ·  ').map(smallPrint),
  ];
}

function quoted({ claim }: CheckedClaim): string {
  return `“${escapeMrkdwn(truncate(claim.text, CLAIM))}”`;
}

function verdictOf({ verdict, statements }: CheckedClaim): string {
  if (verdict === 'agrees') return 'The record agrees with the date.';
  if (verdict === 'not-found') return 'Not in the record.';
  return statements.length === 1
    ? 'The record has another date.'
    : 'The record has nothing like it on that date, but on others.';
}

function eventLine(statement: Statement): string {
  const text = statement.runs.map((run) => run.text).join('');
  const marks = citationMarks({ ...statement, cites: statement.cites.slice(0, SHOWN.sources) });
  return `• ${escapeMrkdwn(truncate(text, EVENT))}${marks}`;
}

function citationEntry(citation: Citation): string {
  const publisher = link(citation.url, truncate(citation.publisher, PUBLISHER));
  return `${citation.n} ${publisher}${escapeMrkdwn(truncate(citationDate(citation), PUBLISHER))}`;
}
